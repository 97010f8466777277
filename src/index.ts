/** Reading one document, and tracing many. */
export { read } from './extract/read.ts'
export { readCapture } from './intake/readers.ts'
export { openTracing, type Tracing } from './tracing/growing.ts'
export { type InForce, inForce } from './tracing/in-force.ts'
export { trace } from './tracing/trace.ts'
