export { ColumnHeads } from '../../views/parts/column-heads.tsx'
