import type { Exporter } from '../exporter.ts'
export const htmlReport: Exporter = { name: 'html', mediaType: 'text/html', summary: '', write: () => '' }
