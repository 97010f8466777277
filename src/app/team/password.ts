import { randomBytes, scrypt as scryptOf, timingSafeEqual } from 'node:crypto'

/** Makes hashes of passwords and compares with them. */
export interface Passwords {
  hash(password: string): Promise<string>
  /** Costs the same whether there is a hash or not, so that nobody learns which names there are. */
  matches(password: string, hash: string | null): Promise<boolean>
  /** Whether a hash was made with less work than is asked for now. */
  isWeak(hash: string): boolean
}

/** What scrypt is asked for: 2 to the power `logN` steps over blocks of `r` · 128 bytes, `p` times (RFC 7914). */
export interface Work {
  readonly logN: number
  readonly r: number
  readonly p: number
}

/** What the OWASP Password Storage Cheat Sheet asks of scrypt: 128 MB for each try. */
export const enough: Work = { logN: 17, r: 8, p: 1 }

/**
 * Hashes are kept with how they were made, `$scrypt$ln=17,r=8,p=1$salt$hash`, so that later ones may cost more while earlier ones still work.
 *
 * @param most tries at once: each takes memory
 */
export function openPasswords(work = enough, most = 2): Passwords {
  const inTurn = turns(most)
  const madeWith = `ln=${work.logN},r=${work.r},p=${work.p}`
  const nobody = { work, salt: randomBytes(16), hash: randomBytes(size) }
  return {
    async hash(password) {
      const salt = randomBytes(16)
      const hash = await inTurn(() => scrypt(password, salt, work))
      return `$scrypt$${madeWith}$${salt.toString('base64url')}$${hash.toString('base64url')}`
    },
    async matches(password, hash) {
      const kept = hash === null ? undefined : partsOf(hash)
      const { work, salt, hash: wanted } = kept ?? nobody
      const made = await inTurn(() => scrypt(password, salt, work))
      return timingSafeEqual(made, wanted) && kept !== undefined
    },
    isWeak: (hash) => hash.split('$')[2] !== madeWith,
  }
}

const size = 32

function partsOf(hash: string) {
  const [, kind, words = '', salt = '', made = ''] = hash.split('$')
  const [, logN = 0, r = 0, p = 0] = (/^ln=(\d+),r=(\d+),p=(\d+)$/.exec(words) ?? []).map(Number)
  const bytes = Buffer.from(made, 'base64url')
  if (kind !== 'scrypt' || logN < 1 || logN > 22 || r < 1 || p < 1 || bytes.length !== size) return undefined
  return { work: { logN, r, p }, salt: Buffer.from(salt, 'base64url'), hash: bytes }
}

/** One form for letters that can be written in two ways, as keyboards differ (RFC 8265). */
const scrypt = (password: string, salt: Uint8Array, { logN, r, p }: Work): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options = { N: 2 ** logN, r, p, maxmem: 256 * r * 2 ** logN + 1024 * 1024 }
    scryptOf(password.normalize('NFC'), salt, size, options, (error, made) => (error ? reject(error) : resolve(made)))
  })

/** Lets so many do something at once; others wait for their turn. */
function turns(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let busy = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (busy >= most) await new Promise<void>((turn) => waiting.push(turn))
    else busy++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else busy--
    }
  }
}
