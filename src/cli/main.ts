#!/usr/bin/env node
import { openInputs } from '../adapters/files/open-inputs.ts'
import { read } from '../extract/read.ts'
import { readCapture } from '../intake/readers.ts'
import { trace } from '../trace.ts'

const [command, ...inputs] = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const documents = []
for await (const capture of openInputs(inputs)) documents.push(...readCapture(capture).documents)
if (command === 'read') for (const document of documents) console.log(JSON.stringify(read(document)))
if (command === 'trace') console.log(JSON.stringify(trace(documents)))
