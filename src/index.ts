/** Reading one document, and tracing many. */
export { read } from './extract/read.ts'
export { readCapture } from './intake/readers.ts'
export { trace } from './trace.ts'
