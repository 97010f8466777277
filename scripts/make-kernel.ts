// Assembles src/parsing/kernel.data.ts, the loops in which a network spends its time, for the vector unit of the processor (WebAssembly
// with 128-bit vectors): some ten times as fast as the same loops in JavaScript, and the same numbers on every machine.
//   npm install --no-save wabt@1.0.36     needed here only
//   npx tsx scripts/make-kernel.ts
import { writeFileSync } from 'node:fs'
// @ts-expect-error: not among the program's own packages
import wabt from 'wabt'
import { stateEnd, tanhAbove, tanhBelow, tanhEnd, wholeEnd } from '../src/parsing/plain-loops.ts'

/** Four numbers at once. */
const four = (value: number) => `(v128.const f32x4 ${Array(4).fill(value).join(' ')})`
const get = (name: string) => `(local.get $${name})`
const set = (name: string, value: string) => `(local.set $${name} ${value})`
const add = (a: string, b: string) => `(f32x4.add ${a} ${b})`
const times = (a: string, b: string) => `(f32x4.mul ${a} ${b})`
const load = (from: string, offset = 0) => `(v128.load offset=${offset} ${get(from)})`
const store = (to: string, value: string, offset = 0) => `(v128.store offset=${offset} ${get(to)} ${get(value)})`
const forward = (name: string, by: string) => set(name, `(i32.add ${get(name)} ${by})`)
const bytes = (count: number) => `(i32.const ${count})`
const locals = (kind: string, names: string) =>
  names
    .split(' ')
    .map((name) => `(local $${name} ${kind})`)
    .join(' ')
const params = (names: string) =>
  names
    .split(' ')
    .map((name) => `(param $${name} i32)`)
    .join(' ')
const lane = (name: string, n: number) => `(f32x4.extract_lane ${n} ${get(name)})`
const addWhole = (a: string, b: string) => `(i32x4.add ${a} ${b})`
/** Sums of two products each: of whole numbers of two bytes, side by side. */
const dot = (a: string, b: string) => `(i32x4.dot_i16x8_s ${a} ${b})`
const real = (name: string) => `(f32x4.convert_i32x4_s ${get(name)})`
/** Writes four numbers as whole ones of two bytes, what is behind the point cut off. */
const whole = (to: string, value: string) =>
  `${set('v', `(i32x4.trunc_sat_f32x4_s ${value})`)} (v128.store64_lane 0 ${get(to)} (i16x8.narrow_i32x4_s ${get('v')} ${get('v')}))`
/** Sets a, b, c and d to the beginnings of four rows. */
const fourRows = (from: string) =>
  each(
    ['b', 'c', 'd'],
    (row, i) => (i === 0 ? set('a', get(from)) : '') + set(row, `(i32.add ${get('abc'[i] ?? '')} ${get('inputs')})`),
  )
const each = <T>(items: readonly T[], write: (item: T, i: number) => string) => items.map(write).join('\n')

/** {@link Loops.multiply} for four rows and eight outputs at a time: a weight once fetched is used four times. Places are in bytes. */
const rows = ['a', 'b', 'c', 'd'] as const
const multiply = `
(func (export "multiply") ${params('from to weights bias inputs outputs rows')}
  ${locals('i32', 'w out a b c d stop t')} ${locals('v128', 'x y v a0 a1 b0 b1 c0 c1 d0 d1')}
  ${set('inputs', `(i32.shl ${get('inputs')} ${bytes(2)})`)}
  ${set('outputs', `(i32.shl ${get('outputs')} ${bytes(2)})`)}
  (block $done (loop $row
    (br_if $done (i32.le_s ${get('rows')} ${bytes(0)}))
    ${set('w', get('weights'))}
    ${set('out', bytes(0))}
    (loop $outs
      ${fourRows('from')}
      ${set('stop', get('b'))}
      ${set('t', `(i32.add ${get('bias')} ${get('out')})`)}
      ${each(rows, (r) => `${set(`${r}0`, load('t'))} ${set(`${r}1`, load('t', 16))}`)}
      (loop $in
        ${set('x', load('w'))} ${set('y', load('w', 16))}
        ${each(rows, (r) => `${set('v', `(v128.load32_splat ${get(r)})`)} ${set(`${r}0`, add(get(`${r}0`), times(get('v'), get('x'))))} ${set(`${r}1`, add(get(`${r}1`), times(get('v'), get('y'))))} ${forward(r, bytes(4))}`)}
        ${forward('w', bytes(32))}
        (br_if $in (i32.lt_u ${get('a')} ${get('stop')})))
      ${set('t', `(i32.add ${get('to')} ${get('out')})`)}
      ${each(rows, (r) => `${store('t', `${r}0`)} ${store('t', `${r}1`, 16)} ${forward('t', get('outputs'))}`)}
      ${forward('out', bytes(32))}
      (br_if $outs (i32.lt_u ${get('out')} ${get('outputs')})))
    ${forward('from', `(i32.shl ${get('inputs')} ${bytes(2)})`)}
    ${forward('to', `(i32.shl ${get('outputs')} ${bytes(2)})`)}
    ${forward('rows', bytes(-4))}
    (br $row))))`

/** {@link Loops.dense}, likewise; each step takes two inputs of eight outputs. The whole inputs of four rows stand in `whole`. */
const dense = `
(func (export "dense") ${params('from to weights scales bias whole inputs outputs rows')}
  ${locals('i32', 'w out a b c d stop t')} ${locals('f32', 'most')} ${locals('v128', 'x y v a0 a1 b0 b1 c0 c1 d0 d1 as bs cs ds')}
  ${set('inputs', `(i32.shl ${get('inputs')} ${bytes(1)})`)}
  ${set('outputs', `(i32.shl ${get('outputs')} ${bytes(2)})`)}
  (block $done (loop $row
    (br_if $done (i32.le_s ${get('rows')} ${bytes(0)}))
    ${set('t', get('whole'))}
    ${each(
      rows,
      (r, i) => `
    ${set('a', get('from'))} ${set('stop', `(i32.add ${get('from')} (i32.shl ${get('inputs')} ${bytes(1)}))`)} ${set('x', four(0))}
    (loop $in${i}
      ${set('x', `(f32x4.pmax ${get('x')} (f32x4.abs ${load('a')}))`)}
      ${forward('a', bytes(16))} (br_if $in${i} (i32.lt_u ${get('a')} ${get('stop')})))
    ${set('most', lane('x', 0))} ${each([1, 2, 3], (n) => set('most', `(f32.max ${get('most')} ${lane('x', n)})`))}
    ${set(`${r}s`, `(f32x4.splat (f32.div ${get('most')} (f32.const ${wholeEnd})))`)}
    ${set('x', `(f32x4.splat (select (f32.div (f32.const ${wholeEnd}) ${get('most')}) (f32.const 0) (f32.gt ${get('most')} (f32.const 0))))`)}
    (loop $out${i}
      ${whole('t', times(load('from'), get('x')))}
      ${forward('t', bytes(8))} ${forward('from', bytes(16))} (br_if $out${i} (i32.lt_u ${get('from')} ${get('stop')})))`,
    )}
    ${set('w', get('weights'))}
    ${set('out', bytes(0))}
    (loop $outs
      ${fourRows('whole')}
      ${set('stop', get('b'))}
      ${each(rows, (r) => `${set(`${r}0`, four(0))} ${set(`${r}1`, four(0))}`)}
      (loop $in
        ${set('x', `(v128.load8x8_s ${get('w')})`)} ${set('y', `(v128.load8x8_s offset=8 ${get('w')})`)}
        ${each(rows, (r) => `${set('v', `(v128.load32_splat ${get(r)})`)} ${set(`${r}0`, addWhole(get(`${r}0`), dot(get('v'), get('x'))))} ${set(`${r}1`, addWhole(get(`${r}1`), dot(get('v'), get('y'))))} ${forward(r, bytes(4))}`)}
        ${forward('w', bytes(16))}
        (br_if $in (i32.lt_u ${get('a')} ${get('stop')})))
      ${set('t', `(i32.add ${get('scales')} ${get('out')})`)}
      ${set('x', load('t'))} ${set('y', load('t', 16))}
      ${set('t', `(i32.add ${get('bias')} ${get('out')})`)}
      ${each(rows, (r) => each(['x', 'y'], (scale, n) => set(`${r}${n}`, add(load('t', 16 * n), times(real(`${r}${n}`), times(get(scale), get(`${r}s`)))))))}
      ${set('t', `(i32.add ${get('to')} ${get('out')})`)}
      ${each(rows, (r) => `${store('t', `${r}0`)} ${store('t', `${r}1`, 16)} ${forward('t', get('outputs'))}`)}
      ${forward('out', bytes(32))}
      (br_if $outs (i32.lt_u ${get('out')} ${get('outputs')})))
    ${forward('to', `(i32.shl ${get('outputs')} ${bytes(2)})`)}
    ${forward('rows', bytes(-4))}
    (br $row))))`

/** Each step for eight numbers, in two chains that need not wait for each other. */
const pair = ['x', 'y'] as const
const both = (write: (x: string) => string) => each(pair, write)
const polynomial = (factors: readonly number[]) =>
  factors.reduceRight((sum, factor) => (sum === '' ? four(factor) : add(four(factor), times(get('square'), sum))), '')
const tanh = (x: string) => `
  ${set(x, `(f32x4.pmax (f32x4.pmin ${get(x)} ${four(tanhEnd)}) ${four(-tanhEnd)})`)}
  ${set('square', times(get(x), get(x)))}
  ${set(x, `(f32x4.div ${times(get(x), polynomial(tanhAbove))} ${polynomial(tanhBelow)})`)}`
const sigmoid = (x: string) => `
  ${set(x, times(get(x), four(0.5)))} ${tanh(x)}
  ${set(x, add(four(0.5), times(four(0.5), get(x))))}`
/** Bends the numbers between `at` and `end`, some multiple of eight. */
const bend = (name: string, curve: (x: string) => string) => `
  (loop $${name}
    ${both((x) => `${set(x, load('at', x === 'x' ? 0 : 16))} ${curve(x)} ${store('at', x, x === 'x' ? 0 : 16)}`)}
    ${forward('at', bytes(32))}
    (br_if $${name} (i32.lt_u ${get('at')} ${get('end')})))`

/** {@link Loops.remember}, its sums 32 at a time and its units four. Places and steps are in bytes. */
const lanes = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const
const remember = `
(func (export "remember") ${params('pre preStep weights scales state memory gates to toStep size rows')}
  ${locals('i32', 'w s at p end k stop')} ${locals('v128', 'v square x y a b c d e f g h')}
  ${set('size', `(i32.shl ${get('size')} ${bytes(2)})`)}
  ${set('stop', `(i32.add ${get('state')} (i32.shr_u ${get('size')} ${bytes(1)}))`)}
  (block $done (loop $row
    (br_if $done (i32.le_s ${get('rows')} ${bytes(0)}))
    ${set('w', get('weights'))} ${set('at', get('gates'))} ${set('p', get('pre'))} ${set('s', get('scales'))}
    ${set('end', `(i32.add ${get('at')} (i32.shl ${get('size')} ${bytes(2)}))`)}
    ${set('y', four(0))} ${set('k', get('state'))}
    (loop $all
      ${set('y', addWhole(get('y'), dot(`(v128.load32_splat ${get('k')})`, '(v128.const i16x8 128 128 128 128 128 128 128 128)')))}
      ${forward('k', bytes(4))}
      (br_if $all (i32.lt_u ${get('k')} ${get('stop')})))
    (loop $outs
      ${each(lanes, (lane) => set(lane, four(0)))}
      ${set('k', get('state'))}
      (loop $in
        ${set('v', `(v128.load32_splat ${get('k')})`)}
        ${each(lanes, (lane, i) => (i % 2 === 0 ? `${set('x', load('w', 8 * i))} ${set(lane, addWhole(get(lane), dot(get('v'), get('x'))))}` : set(lane, addWhole(get(lane), dot(get('v'), `(i16x8.shr_s ${get('x')} ${bytes(8)})`)))))}
        ${forward('w', bytes(64))} ${forward('k', bytes(4))}
        (br_if $in (i32.lt_u ${get('k')} ${get('stop')})))
      ${each([0, 2, 4, 6], (i) => set(lanes[i] ?? '', `(i32x4.sub (i32x4.sub ${get(lanes[i] ?? '')} (i32x4.shl ${get(lanes[i + 1] ?? '')} ${bytes(8)})) ${get('y')})`))}
      ${each(lanes, (lane, i) => `${set(lane, add(load('p', 16 * i), times(real(lane), load('s', 16 * i))))} ${store('at', lane, 16 * i)}`)}
      ${forward('p', bytes(128))} ${forward('s', bytes(128))} ${forward('at', bytes(128))}
      (br_if $outs (i32.lt_u ${get('at')} ${get('end')})))
    ${set('at', get('gates'))} ${set('end', `(i32.add ${get('at')} (i32.shl ${get('size')} ${bytes(1)}))`)} ${bend('inForget', sigmoid)}
    ${forward('end', get('size'))} ${bend('new', tanh)}
    ${forward('end', get('size'))} ${bend('out', sigmoid)}
    ${set('at', get('gates'))} ${set('p', get('memory'))} ${set('s', get('state'))} ${set('k', get('to'))}
    ${set('end', `(i32.add ${get('at')} ${get('size')})`)}
    (loop $unit
      ${each(['a', 'b', 'c', 'd'], (lane, n) => set(lane, `(v128.load (i32.add ${get('at')} ${n === 2 ? `(i32.shl ${get('size')} ${bytes(1)})` : n === 3 ? `(i32.mul ${get('size')} ${bytes(3)})` : n === 1 ? get('size') : bytes(0)}))`))}
      ${set('x', add(times(get('b'), load('p')), times(get('a'), get('c'))))}
      ${store('p', 'x')}
      ${tanh('x')} ${set('x', times(get('d'), get('x')))}
      ${store('k', 'x')}
      ${whole('s', times(get('x'), four(stateEnd)))}
      ${forward('at', bytes(16))} ${forward('p', bytes(16))} ${forward('k', bytes(16))} ${forward('s', bytes(8))}
      (br_if $unit (i32.lt_u ${get('at')} ${get('end')})))
    ${forward('to', get('toStep'))} ${forward('pre', get('preStep'))} ${forward('rows', bytes(-1))}
    (br $row))))`

/** {@link Loops.cutBelowZero}, four numbers at a time. */
const cutBelowZero = `
(func (export "cutBelowZero") ${params('at end')}
  (block $done (loop $more
    (br_if $done (i32.ge_u ${get('at')} ${get('end')}))
    (v128.store ${get('at')} (f32x4.pmax ${load('at')} ${four(0)}))
    ${forward('at', bytes(16))}
    (br $more))))`

/** 96 pages of 64 KiB: the weights, and room for a sentence of 400 words. */
const { parseWat } = await wabt()
const program = parseWat(
  'kernel.wat',
  `(module (memory (export "memory") 96) ${multiply} ${dense} ${remember} ${cutBelowZero})`,
  {
    simd: true,
  },
)
program.validate()
const { buffer } = program.toBinary({}) as { readonly buffer: Uint8Array }
writeFileSync(
  'src/parsing/kernel.data.ts',
  `// Made by scripts/make-kernel.ts, where it can be read.\n\nexport const program =\n  '${Buffer.from(buffer).toString('base64')}'\n`,
)
console.log(`${buffer.length} bytes`)
