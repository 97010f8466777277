export { bare, Written } from '../../views/parts/written.tsx'
