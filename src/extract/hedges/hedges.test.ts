import { describe, expect, it } from 'vitest'
import { documentOf } from '../../../test/make.ts'
import { analyse } from '../read.ts'
import { stages } from '../stages.ts'

const hedgesIn = (text: string) => analyse(documentOf(text), stages).hedges.map(({ quote, rule }) => [quote, rule])

describe('hedges', () => {
  it.each<[string, ...(readonly [string, string])[]]>([
    ['The dam may fail.', ['may', 'hedges/modal']],
    ['It was closed in May.'],
    ['The dam reportedly failed.', ['reportedly', 'hedges/hearsay']],
    ['Dozens are believed to be trapped.', ['are believed', 'hedges/belief']],
    ['The figure could not be independently verified.', ['could not be independently verified', 'hedges/doubt']],
    ['They could not reach the village.'],
    ['Some 600 families left.'],
    ['Some families left.', ['Some', 'hedges/vague']],
    ['Critics say that the dam is old.', ['Critics', 'hedges/vague']],
    ['Three critics of the dam left.'],
    ['Researchers at Lower Marsh University left.'],
    ['It is one of the oldest mills.', ['one of the', 'hedges/vague']],
    ['The fire is unlikely to spread.', ['unlikely', 'hedges/probability']],
    ['Lime may be called quicklime.'],
    ['More bodies may be found under the rubble.', ['may be', 'hedges/modal']],
    ['The paint may have been used indoors.', ['may', 'hedges/modal']],
    ['Cracks appeared on the wall.'],
    ['The wall appeared to be cracked.', ['appeared', 'hedges/appearance']],
    ['She claimed the title.'],
    ['She claimed that the wall was cracked.', ['claimed', 'hedges/claim']],
    ['He suggested that the wall was cracked.', ['suggested', 'hedges/appearance']],
    ['He suggested it.'],
    ['They stayed for several years.'],
    ['Three others were hurt.'],
    ['Others say that the wall is old.', ['Others', 'hedges/vague']],
    ['They want it open as soon as possible.'],
    ['It is the most popular mill of the valley.', ['most popular', 'hedges/vague']],
    ['The scheme has been described as a fraud.', ['described', 'hedges/vague']],
    ['The scheme is often criticised in the valley.', ['criticised', 'hedges/vague']],
    ['The scheme has been described by its auditor as a fraud.'],
    ['She described the scheme as a fraud.'],
    ['The site was considered by the council in May.'],
    ['The mayor regarded it as a myth.'],
    ['The site is regarded as lost.', ['is regarded', 'hedges/belief']],
    ['It is a fault that critics call grave.', ['critics', 'hedges/vague']],
    ['There are scholars who call the wall old.', ['scholars', 'hedges/vague']],
    ['According to legend, the mill never stood still.', ['According to legend', 'hedges/vague']],
    ['They sold as many seats as before.'],
    ['A well-known mill burned down.', ['well-known', 'hedges/vague']],
  ])('%j', (sentence, ...expected) => {
    expect(hedgesIn(sentence)).toEqual(expected)
  })
})
