import { version } from '../../model/version.ts'

/** How a robots.txt names us. */
export const agent = 'Headwater'

/** Says who asks, so that whoever runs the server can tell us apart and shut us out. */
export const userAgent = `${agent}/${version} (reads news reports; keeps to robots.txt as ${agent.toLowerCase()})`
