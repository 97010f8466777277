/** How a robots.txt names us. */
export const agent = 'Headwater'

export const version = '0.1.0'

/** Says who asks, so that whoever runs the server can tell us apart and shut us out. */
export const userAgent = `${agent}/${version} (reads news reports; keeps to robots.txt as ${agent.toLowerCase()})`
