import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Answer, failure, openLimit, type PoolOptions } from './pool.ts'

/** What a process of its own is begun with. */
export interface ChildJob<Job> {
  readonly workerData: unknown
  readonly job: Job
}

/**
 * Does one job in a process of its own, which runs the same script as a thread: whatever it breaks, it breaks only itself.
 *
 * @throws Error with a `PoolFailure` as `why`
 */
export function inChild<Job, Result>(
  script: URL,
  job: Job,
  { workerData, longest }: PoolOptions = {},
): Promise<Result> {
  const child = fork(fileURLToPath(script), { serialization: 'advanced', stdio: 'ignore' })
  return new Promise<Result>((done, failed) => {
    const limit = openLimit(longest, () => failed(failure('JOB_TOO_LONG', 'a job took too long')))
    child.on('message', (answer: Answer<Result>) => {
      if ('isComputing' in answer) {
        if (answer.isComputing) limit.start()
        else limit.stop()
      } else if ('result' in answer) done(answer.result)
      else failed(failure('JOB_FAILED', 'a job failed in its process', answer.failure))
    })
    child.once('error', (cause) => failed(failure('JOB_DIED', 'a process could not be begun', cause)))
    child.once('exit', (code, signal) => {
      limit.stop()
      failed(failure('JOB_DIED', `a process broke down: it ended with ${signal ?? code}`))
    })
    child.send({ workerData, job } satisfies ChildJob<Job>)
  }).finally(() => child.kill('SIGKILL'))
}
