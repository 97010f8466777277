import { describe, expect, it } from 'vitest'
import { docxFile, paragraph } from '../../../test/fixtures/docx-file.ts'
import { column, pdfFile } from '../../../test/fixtures/pdf-file.ts'
import { readCapture } from '../readers.ts'

const bytesOf = (text: string): Uint8Array =>
  Uint8Array.from(text.replace(/\n/g, '\r\n'), (letter) => letter.charCodeAt(0))
const read = (text: string, input = 'note.eml') =>
  readCapture({ input, bytes: bytesOf(text), url: undefined, mediaType: undefined })

const head = `Return-Path: <desk@courier.example>
From: Ada Quill <ada@desk.courier.example>
To: list@port.example
Subject: Gate shut for two days
Date: Tue, 12 Mar 2024 09:10:00 +0100 (CET)
Message-ID: <17@courier.example>
MIME-Version: 1.0
`
const plain = `${head}Content-Type: text/plain; charset=utf-8

`
const words = 'The northern gate of the canal stayed shut on Monday, the port office said in a note to skippers.'

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes)).replace(/.{76}/g, '$&\n')

const withParts = (...parts: readonly string[]): string =>
  `${head}Content-Type: multipart/mixed; boundary=cut\n\n${parts.map((part) => `--cut\n${part}\n`).join('')}--cut--\n`

const attachment = (name: string, type: string, bytes: Uint8Array): string =>
  `Content-Type: ${type}; name="${name}"\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64\n\n${base64(bytes)}`

describe('a mail', () => {
  it('is a report by its sender, under its subject, of its day', async () => {
    const { documents, refusals } = await read(plain + words)
    expect(refusals).toEqual([])
    expect(documents).toMatchObject([
      {
        id: 'note',
        title: 'Gate shut for two days',
        byline: 'Ada Quill',
        publisher: 'courier.example',
        published: '2024-03-12T09:10:00+01:00',
        guid: '17@courier.example',
        text: `Gate shut for two days\n\n${words}`,
      },
    ])
  })

  it.each([
    ['opening brackets', '('.repeat(200_000)],
    ['blanks', `Tue, 12 Mar 2024 09:10:00 +0100 (${' '.repeat(200_000)}x`],
    ['a comment without end', `Tue, 12 Mar 2024 ${'(a) '.repeat(50_000)}x`],
  ])('is read at once with a date of %s', async (_, date) => {
    const { documents } = await read(plain.replace(/Date: .*/, `Date: ${date}`) + words)
    expect(documents).toMatchObject([{ id: 'note', title: 'Gate shut for two days' }])
  })

  it.each([
    ['a signature', `${words}\n\n-- \nAda Quill\nDesk, Courier`],
    [
      'an answered mail',
      `${words}\n\nOn Mon, 11 Mar 2024 at 18:00, Bo Nib <bo@wire.example> wrote:\n> Is the gate shut?\n> Since when?`,
    ],
    [
      'an attribution on two lines',
      `${words}\n\nOn Mon, 11 Mar 2024 at 18:00, Bo Nib\n<bo@wire.example> wrote:\n\n> Is the gate shut?`,
    ],
    [
      'what Outlook quotes',
      `${words}\n\n-----Original Message-----\nFrom: Bo Nib\nSent: Monday\nTo: Ada\nSubject: Gate\n\nIs the gate shut?`,
    ],
  ])('is read without %s', async (_, body) => {
    expect((await read(plain + body)).documents[0]?.text).toBe(`Gate shut for two days\n\n${words}`)
  })

  it.each([
    [
      'with the line of a program',
      `See below.\n\n---------- Forwarded message ---------\nFrom: Bo Nib <bo@wire.example>\nDate: Mon, 11 Mar 2024\nSubject: Gate\n\n${words}`,
    ],
    [
      'behind marks of quotation',
      `See below.\n\nBegin forwarded message:\n\n> From: Bo Nib\n> Date: Monday\n> Subject: Gate\n>\n> ${words}`,
    ],
  ])('keeps what it forwards, %s', async (_, body) => {
    expect((await read(plain + body)).documents[0]?.text).toBe(`Gate shut for two days\n\nSee below.\n\n${words}`)
  })

  it('keeps what Outlook forwards, which it marks as it marks what is answered', async () => {
    const body = `See below.\n\n-----Original Message-----\nFrom: Bo Nib\nSent: Monday\nTo: Ada\nSubject: Gate\n\n${words}`
    const { documents } = await read(plain.replace('Subject: ', 'Subject: FW: ') + body)
    expect(documents[0]?.text).toBe(`FW: Gate shut for two days\n\nSee below.\n\n${words}`)
  })

  it('saved by Apple Mail is read between its length and its list', async () => {
    const text = plain + words
    const { documents } = await read(
      `${bytesOf(text).length}\n${text}<?xml version="1.0"?><plist>flags</plist>`,
      'a.emlx',
    )
    expect(documents[0]?.text).toBe(`Gate shut for two days\n\n${words}`)
  })

  it('that is nothing but a quotation is kept', async () => {
    expect((await read(`${plain}> ${words}`)).documents[0]?.text).toContain(words)
  })

  it('that is laid out as a page is read as one, without what it answers', async () => {
    const page = `<html><body><p>${words}</p><p>Eleven barges wait &amp; the crews sleep on board. The harbour master wrote that the divers will come on Tuesday, and that nobody will be let through before they are done.</p><div class="gmail_quote"><p>Is the gate shut?</p></div></body></html>`
    const { documents } = await read(
      `${head}Content-Type: multipart/alternative; boundary=cut\n\n--cut\nContent-Type: text/plain\n\nThis mail has a page.\n--cut\nContent-Type: text/html\n\n${page}\n--cut--\n`,
    )
    expect(documents[0]?.text).toMatch(/Eleven barges wait & the crews .* done\.$/)
    expect(documents[0]?.text).not.toMatch(/Is the gate shut|has a page/)
  })

  it('decodes its headers and text by their own charset', async () => {
    const { documents } = await read(
      `From: =?iso-8859-1?Q?J=F6rg_Kai?= <jk@gmx.de>\nSubject: =?utf-8?B?${btoa('Schleuse gesperrt')}?=\nMIME-Version: 1.0\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nDas S=FCdtor ist gesperrt.`,
    )
    expect(documents[0]).toMatchObject({ title: 'Schleuse gesperrt', byline: 'Jörg Kai', publisher: undefined })
    expect(documents[0]?.text).toContain('Das Südtor ist gesperrt.')
  })

  it('gives its attachments as documents of their own', async () => {
    const { documents, refusals } = await read(
      withParts(
        `Content-Type: text/plain\n\n${words}`,
        attachment(
          'minutes.pdf',
          'application/pdf',
          pdfFile([column([words, 'And so it stayed until the evening.'], 700)]),
        ),
        attachment('memo.docx', 'application/octet-stream', docxFile(paragraph(words))),
        attachment('picture.png', 'image/png', new Uint8Array([1, 2])),
        `Content-Type: message/rfc822\n\n${head.replace('Gate shut', 'Earlier: gate shut')}\n${words}`,
      ),
    )
    expect(refusals).toEqual([])
    expect(documents.map(({ id, input }) => [id, input])).toEqual([
      ['note', 'note.eml'],
      ['note-minutes', 'note.eml#minutes.pdf'],
      ['note-memo', 'note.eml#memo.docx'],
      ['note-3', 'note.eml#3.eml'],
    ])
    expect(documents[3]?.title).toBe('Earlier: gate shut for two days')
  })
})

describe('a box of mails', () => {
  const box = `From ada@courier.example Tue Mar 12 09:10:00 2024
${plain}${words}
>From that hour on nobody passed.

From the quay nothing was to be seen.

From bo@wire.example Wed Mar 13 10:00:00 2024
${plain.replace('Gate shut', 'Gate still shut')}${words}
`

  it('gives each of them, with the quoting of the box undone', async () => {
    const { documents } = await read(box, 'inbox.mbox')
    expect(documents.map(({ id, input, title }) => [id, input, title])).toEqual([
      ['inbox-1', 'inbox.mbox#1', 'Gate shut for two days'],
      ['inbox-2', 'inbox.mbox#2', 'Gate still shut for two days'],
    ])
    expect(documents[0]?.text).toContain('skippers.\nFrom that hour on nobody passed.\n\nFrom the quay')
  })

  it('is known without a name', async () => {
    expect((await read(box, 'Inbox')).documents).toHaveLength(2)
  })

  it('takes a mail by its length where that is given', async () => {
    const body = `${words}\n\nFrom here on, 12:30 2024 was the hour of the barges.\n`
    const length = bytesOf(body).length
    const { documents } = await read(
      `From ada@courier.example Tue Mar 12 09:10:00 2024\n${head}Content-Length: ${length}\n\n${body}\nFrom bo@wire.example Wed Mar 13 10:00:00 2024\n${plain}${words}\n`,
      'a.mbox',
    )
    expect(documents).toHaveLength(2)
    expect(documents[0]?.text).toContain('From here on')
  })
})

describe('a hostile mail', () => {
  it('with parts in parts, ten thousand deep, is refused', async () => {
    let parts = ''
    for (let i = 0; i < 10_000; i++) parts += `--b${i}\nContent-Type: multipart/mixed; boundary=b${i + 1}\n\n`
    const { refusals } = await read(`${head}Content-Type: multipart/mixed; boundary=b0\n\n${parts}words`)
    expect(refusals).toMatchObject([{ input: 'note.eml', code: 'too-deep' }])
  })

  it('with ten thousand parts side by side is read', async () => {
    const { documents } = await read(
      withParts(...Array.from({ length: 10_000 }, () => 'Content-Type: text/plain\n\nword')),
    )
    expect(documents).toHaveLength(1)
  }, 20_000)

  it.each([
    ['a header line of a megabyte', `X-Long: ${'a '.repeat(500_000)}\n${plain}${words}`],
    ['a subject of a megabyte', `${plain.replace('Gate shut', 'Gate '.repeat(200_000))}${words}`],
    ['no end to its header', 'From: a@b.example\nSubject: x\n'.repeat(20_000)],
    ['quotations without end', `${plain}${'> '.repeat(300_000)}`],
    ['fields without end', `${plain}${'From: a\nSent: b\nTo: c\n'.repeat(20_000)}`],
    ['attributions without end', `${plain}${'On Monday Bo wrote:\n'.repeat(30_000)}`],
    ['boundaries without end', withParts(...Array.from({ length: 2000 }, () => ''))],
  ])(
    'gives a document or a refusal: %s',
    async (_, text) => {
      const { documents, refusals } = await read(text)
      expect(documents.length + refusals.length).toBeGreaterThan(0)
    },
    20_000,
  )

  it('in a mail in a mail is read as deep as people forward, and then refused', async () => {
    let text = plain + words
    for (let i = 0; i < 6; i++)
      text = withParts(`Content-Type: message/rfc822\n\n${text}`)
        .replaceAll('=cut', `=c${i}`)
        .replaceAll('--cut', `--c${i}`)
    const { documents, refusals } = await read(text)
    expect(documents.length).toBeLessThan(4)
    expect(refusals.map(({ code }) => code)).toContain('too-deep')
  })
})

it.each([
  ['notes.txt', 'From: the quay\nDate: Monday\n\nNothing was to be seen.', false],
  ['notes.txt', 'From the quay nothing was to be seen at 12:30 in 2024.\nAt all: nothing.', false],
  ['a.eml', words, true],
  ['saved', plain + words, true],
])('tells a mail from a text that begins like one: %s', async (input, text, expected) => {
  const { isMail } = await import('./accepts.ts')
  expect(isMail({ input, bytes: bytesOf(text), url: undefined, mediaType: undefined })).toBe(expected)
})
