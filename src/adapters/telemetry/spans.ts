import type { Doing, Facts } from '../../ports/telemetry.ts'

/** Traces of what is done, sent to a collector. */
export interface Spans {
  /** The id of the trace that something is part of comes with it, so that the log can name it. */
  during<T>(doing: Doing, work: (noted: (facts: Facts) => void, trace: string) => Promise<T>): Promise<T>
  close(): Promise<void>
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Spans as OpenTelemetry's variables ask for them (its "SDK Environment Variables"): where they go (`OTEL_EXPORTER_OTLP_…`), which are kept
 * (`OTEL_TRACES_SAMPLER`), how they are sent (`OTEL_BSP_…`), what this process is called (`OTEL_SERVICE_NAME`, `OTEL_RESOURCE_ATTRIBUTES`),
 * whether callers may say what a request is part of (`OTEL_PROPAGATORS`): whoever may do so decides what is recorded, and where. Nothing leaves the machine, and nothing is loaded, unless a place is named.
 *
 * @returns undefined where none is wanted
 * @throws Error when they ask for something that cannot be done
 */
export async function openSpans(env: Environment): Promise<Spans | undefined> {
  if (!areWanted(env)) return undefined
  const protocol = env.OTEL_EXPORTER_OTLP_TRACES_PROTOCOL ?? env.OTEL_EXPORTER_OTLP_PROTOCOL ?? 'http/protobuf'
  if (protocol !== 'http/protobuf')
    throw new Error(
      `OTEL_EXPORTER_OTLP_PROTOCOL is http/protobuf here, not ${protocol}; collectors listen for it on port 4318`,
    )
  const isBelieved = believes(env)
  const [{ trace, context, propagation, SpanKind, SpanStatusCode }, node, resources, { OTLPTraceExporter }] =
    await Promise.all([
      import('@opentelemetry/api'),
      import('@opentelemetry/sdk-trace-node'),
      import('@opentelemetry/resources'),
      import('@opentelemetry/exporter-trace-otlp-proto'),
    ])
  const found = resources.detectResources({ detectors: [resources.envDetector, resources.hostDetector] })
  const provider = new node.NodeTracerProvider({
    resource: resources.resourceFromAttributes({ 'service.name': 'headwater' }).merge(found),
    spanProcessors: [
      new node.BatchSpanProcessor(
        env.OTEL_TRACES_EXPORTER === 'console' ? new node.ConsoleSpanExporter() : new OTLPTraceExporter(),
      ),
    ],
  })
  provider.register()
  const tracer = provider.getTracer('headwater')

  return {
    during({ kind, name, facts, within }, work) {
      const parent =
        within === undefined || !isBelieved
          ? context.active()
          : propagation.extract(context.active(), { traceparent: within })
      const options = {
        kind: kind === 'request' ? SpanKind.SERVER : SpanKind.INTERNAL,
        attributes: attributesOf(facts),
      }
      return tracer.startActiveSpan(name, options, parent, async (span) => {
        try {
          return await work((more) => {
            span.setAttributes(attributesOf(more))
            if (kind === 'request' && more.route !== undefined) span.updateName(`${name} ${more.route}`)
            if (Number(more.status) >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
          }, span.spanContext().traceId)
        } catch (error) {
          // What a failure says may quote what was asked for; its kind does not.
          span.setStatus({ code: SpanStatusCode.ERROR })
          span.setAttribute('error.type', error instanceof Error ? error.name : typeof error)
          throw error
        } finally {
          span.end()
        }
      })
    },
    async close() {
      await provider.shutdown().catch(() => undefined)
      for (const one of [trace, context, propagation]) one.disable()
    },
  }
}

function areWanted(env: Environment): boolean {
  if (env.OTEL_SDK_DISABLED?.toLowerCase() === 'true') return false
  const exporter = env.OTEL_TRACES_EXPORTER
  if (exporter !== undefined && !['', 'none', 'otlp', 'console'].includes(exporter))
    throw new Error(`OTEL_TRACES_EXPORTER is otlp, console or none here, not ${exporter}`)
  if (exporter === 'none') return false
  const place = env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT || env.OTEL_EXPORTER_OTLP_ENDPOINT
  return Boolean(place) || exporter === 'otlp' || exporter === 'console'
}

/** Whether somebody in front of this server drops what strangers say of traces, as the operator lets us know; W3C Trace Context, "Security Considerations". */
function believes({ OTEL_PROPAGATORS: named = '' }: Environment): boolean {
  const propagators = named.split(',').map((one) => one.trim())
  const other = propagators.find((one) => !['', 'none', 'tracecontext', 'baggage'].includes(one))
  if (other !== undefined) throw new Error(`OTEL_PROPAGATORS is tracecontext or none here, not ${other}`)
  return propagators.includes('tracecontext')
}

/** As OpenTelemetry's semantic conventions name them, where they do. */
const attributesOf = (facts: Facts = {}): Facts =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [conventional[name] ?? `headwater.${name}`, value]))

const conventional: Readonly<Record<string, string>> = {
  route: 'http.route',
  method: 'http.request.method',
  status: 'http.response.status_code',
}
