import type { RegionKind } from '../../model/document.ts'
import type { RuleId } from '../../model/rule.ts'

/**
 * What stands around a report on a page or in a pasted text, one rule a line. A pattern is held against one block (a paragraph or a
 * list line) without its bullet. `rest` says what else the rule decides: `list` the list items that follow, `end` everything below.
 */
export interface FurnitureRule {
  readonly rule: RuleId
  readonly kind: Extract<RegionKind, 'credit' | 'biography' | 'clutter' | 'caption'>
  readonly pattern: RegExp
  readonly rest?: 'list' | 'end'
  /** Only where no more than this share of the text is still to come. Default 1: anywhere. */
  readonly within?: number
  /** Only where at least this share of the text is still to come. Default 0: anywhere. */
  readonly ahead?: number
  /** Longest block it may take, in characters. Default 300. */
  readonly longest?: number
}

/** "By Jane Doe", "By Jane Doe in Paris". The name is group 1. */
export const bylinePattern =
  /^(?:[Bb]y|BY)\s*:?\s+(\p{Lu}[\p{L}.'’-]*(?:(?:,\s|\s(?:and|&)\s|\s)(?:\p{Lu}[\p{L}.'’-]*|de|van|von|der|bin|al|la|el)){0,8})(?:\s+(?:in|at|for|from)\s+.{2,60}|\s*[|,–—-]\s*.{2,60})?$/u

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'

/** A line that is nothing but a date: "Published: Tuesday, 11 March 2025, 09:20". */
export const dateLinePattern = new RegExp(
  `^(?:(?:published|posted|updated|last updated|date)\\b\\s*:?\\s*(?:on\\s+)?)?(?:[a-z]{3,9}day,?\\s+)?(?:\\d{1,2}(?:st|nd|rd|th)?\\s+${month}|${month}\\s+\\d{1,2}(?:st|nd|rd|th)?|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{4})(?:,?\\s+\\d{4})?(?:[ ,T]+(?:at\\s+)?\\d{1,2}[:.]\\d{2}.{0,24})?$`,
  'i',
)

/** Held against each block in turn; the first that fits decides. Credits stand before clutter, so that "Source:" is never lost in a footer. */
export const furniture: readonly FurnitureRule[] = [
  {
    rule: 'credits/sources-list',
    kind: 'credit',
    pattern: /^(?:sources?|quellen?|references|credits?)\s*:$/i,
    rest: 'list',
  },
  {
    rule: 'credits/original-source',
    kind: 'credit',
    pattern: /^(?:the\s+)?original(?:\s+(?:source|article|story|report|post|version))?\s*(?::|\s[–—-]\s)\s*\S/i,
    longest: 200,
  },
  { rule: 'credits/source', kind: 'credit', pattern: /^(?:news\s+)?sources?\s*:\s*\S/i, longest: 200, within: 0.5 },
  {
    rule: 'credits/via',
    kind: 'credit',
    pattern: /^(?:via|h\/t|hat\s+tip(?:\s+to)?)\s*[:]?\s+\S/i,
    longest: 100,
    within: 0.3,
  },
  {
    rule: 'credits/first-published',
    kind: 'credit',
    pattern:
      /^(?:\W*)(?:this\s+(?:article|story|report|piece|post)\s+)?(?:was\s+|has\s+been\s+)?(?:originally|first)\s+(?:published|appeared|ran|reported|posted)\s+(?:in|on|by|at)\s+\S/i,
  },
  {
    rule: 'credits/appeared-first',
    kind: 'credit',
    pattern: /^the\s+post\s+.{1,200}\s+(?:appeared\s+first|first\s+appeared)\s+on\s+\S/i,
  },
  {
    rule: 'credits/reporting-by',
    kind: 'credit',
    pattern: /^[([]\s*(?:reporting|writing|editing|written|edited|compiled)\s+by\b/i,
  },
  {
    rule: 'credits/additional-reporting',
    kind: 'credit',
    pattern:
      /^\W*(?:with\s+)?(?:additional\s+|further\s+)?(?:reporting|material|information|input|inputs|contributions?|files)\s+(?:by|from|of)\s+\S/i,
    longest: 240,
    within: 0.5,
  },
  {
    rule: 'credits/contributed',
    kind: 'credit',
    pattern: /^\W*\S.{0,120}\s+contributed\s+(?:to\s+)?(?:this|the)\s+(?:report|story|article)\W*$/i,
  },
  {
    rule: 'credits/agencies',
    kind: 'credit',
    pattern: /^[([]?(?:with\s+)?(?:(?:news\s+)?agencies|wire\s+services|agency\s+reports)[)\]]?\.?$/i,
  },
  { rule: 'credits/with', kind: 'credit', pattern: /^[([–—-]\s?with\s+\S.{0,80}[)\]]?$/i, longest: 100, within: 0.5 },
  {
    rule: 'credits/translated',
    kind: 'credit',
    pattern:
      /^\W*(?:translated|adapted|abridged|republished|reprinted|reproduced|syndicated)\s+(?:\w+\s+){0,4}(?:from|by|with\s+permission)\s+\S/i,
  },
  {
    rule: 'credits/based-on',
    kind: 'credit',
    pattern:
      /^\W*(?:this\s+(?:article|story|report|summary|text)\s+(?:is|was)\s+)?(?:based\s+on|compiled\s+from|produced\s+from|written\s+from)\s+(?:a\s+|an\s+)?(?:reports?|reporting|articles?|material|stor(?:y|ies)|coverage|information|dispatch(?:es)?)\b/i,
  },
  {
    rule: 'credits/wire-tag',
    kind: 'credit',
    pattern: /^[–—-]{1,2}\s*[A-Z][\w./]{1,30}(?:\s[A-Z][\w.]{1,20}){0,2}$/,
    within: 0.3,
    longest: 60,
  },

  {
    rule: 'biography/about-the-author',
    kind: 'biography',
    pattern: /^about\s+(?:the\s+)?(?:author|writer|reporter|journalist)s?\b/i,
    within: 0.4,
  },
  {
    rule: 'biography/is-a-journalist',
    kind: 'biography',
    pattern:
      /^(?:\p{Lu}[\p{L}.'’-]+\s+){1,4}(?:is|was|has\s+been|works\s+as|serves\s+as)\s+(?:(?:a|an|the|our|based)\s+)?(?:[\p{L}'’-]+\s+){0,6}?(?:journalist|reporter|correspondent|editor|columnist|writer|contributor|blogger|author|freelancer|producer|photographer|analyst\s+at)\b/u,
    within: 0.35,
    longest: 900,
  },
  {
    rule: 'biography/covers',
    kind: 'biography',
    pattern:
      /^(?:\p{Lu}[\p{L}.'’-]+\s+){1,4}(?:covers|writes|reports|edits|blogs|tweets)\s+(?:about\s+|on\s+|for\s+|from\s+)?\S.{0,160}\b(?:for|at|from)\s+(?:the\s+)?\p{Lu}/u,
    within: 0.3,
    longest: 320,
  },
  {
    rule: 'biography/follow-author',
    kind: 'biography',
    pattern:
      /^(?:[Ff]ollow|[Cc]ontact|[Rr]each|[Ee]-?mail)\s+(?:him|her|them|the\s+author|\p{Lu}[\p{L}'’-]+)\b.{0,120}(?:@|\bat\b|\bon\b)/u,
    within: 0.3,
  },

  {
    rule: 'clutter/reply-form',
    kind: 'clutter',
    pattern: /^(?:leave|post|add|write)\s+(?:a\s+|your\s+)?(?:reply|comment)s?\b/i,
    rest: 'end',
    within: 0.6,
    longest: 80,
  },
  {
    rule: 'clutter/email-not-published',
    kind: 'clutter',
    pattern: /^your\s+e-?mail\s+address\s+will\s+not\s+be\s+published/i,
    rest: 'end',
    within: 0.6,
  },
  { rule: 'clutter/required-fields', kind: 'clutter', pattern: /^required\s+fields\s+are\s+marked/i },
  {
    rule: 'clutter/comments',
    kind: 'clutter',
    pattern: /^(?:\d+\s+)?comments?(?:\s*\(\d+\))?$/i,
    within: 0.6,
    longest: 40,
  },
  {
    rule: 'clutter/join-discussion',
    kind: 'clutter',
    pattern:
      /\b(?:share\s+your\s+(?:thoughts|views|opinion|story|comments)|join\s+the\s+(?:conversation|discussion)|tell\s+us\s+(?:what\s+you\s+think\s+)?in\s+the\s+comments|let\s+us\s+know\s+(?:what\s+you\s+think\s+)?in\s+the\s+comments|in\s+the\s+comments\s+below)\b/i,
    within: 0.4,
  },
  { rule: 'clutter/enrichment', kind: 'clutter', pattern: /^\(?enrichment\s+data\b/i, rest: 'end', within: 0.4 },
  {
    rule: 'clutter/topics-list',
    kind: 'clutter',
    pattern: /^(?:topics?|tags?|categor(?:y|ies)|filed\s+under|keywords?|labels?|related\s+(?:topics|tags))\s*:?$/i,
    rest: 'list',
    longest: 40,
  },
  {
    rule: 'clutter/topics',
    kind: 'clutter',
    pattern: /^(?:topics?|tags?|categor(?:y|ies)|filed\s+under|posted\s+in|keywords?|labels?|more\s+on)\s*:\s*\S/i,
  },
  {
    rule: 'clutter/read-more',
    kind: 'clutter',
    pattern:
      /^(?:read|see|watch|listen|learn|view|discover)\s+(?:also|more|next|this|on|here|the\s+(?:full|original|whole)\b.{0,40})\s*(?::|\||–|—|>|»|$|\.$)/i,
  },
  {
    rule: 'clutter/related',
    kind: 'clutter',
    pattern:
      /^(?:related|recommended|more|most\s+(?:read|popular|viewed)|trending|you\s+(?:may|might)\s+(?:also\s+)?like|editor['’]?s?\s+(?:picks?|choice)|see\s+also|also\s+read|also\s+see|don['’]t\s+miss|up\s+next|in\s+other\s+news|latest\s+(?:news|stories)|top\s+stories|further\s+reading)(?:\s+(?:articles?|stories|posts?|news|content|coverage|reading|from\s+\S.{0,40}|on\s+\S.{0,40}))?\s*(?::.*)?$/i,
    rest: 'list',
  },
  {
    rule: 'clutter/newsletter',
    kind: 'clutter',
    pattern:
      /\b(?:sign\s+up|subscribe|register)\b.{0,60}\b(?:newsletter|alerts?|updates?|inbox|e-?mail|channel|today|now|free|podcast|briefing)\b/i,
  },
  {
    rule: 'clutter/newsletter-inbox',
    kind: 'clutter',
    pattern: /\b(?:delivered|straight|sent|direct(?:ly)?)\s+to\s+your\s+(?:inbox|e-?mail|phone)\b/i,
  },
  {
    rule: 'clutter/subscribe',
    kind: 'clutter',
    pattern:
      /^(?:subscribe|log\s+in|sign\s+in|sign\s+up|register|donate|support\s+us|support\s+our\s+(?:work|journalism)|become\s+a\s+(?:member|supporter|subscriber))\b/i,
    longest: 160,
  },
  {
    rule: 'clutter/reader-funded',
    kind: 'clutter',
    pattern: /\b(?:support|fund|back)\s+(?:our|independent|free)\s+(?:[\w-]+\s+){0,2}journalism\b/i,
    within: 0.5,
  },
  { rule: 'clutter/follow-us', kind: 'clutter', pattern: /^(?:follow|like|join|find|connect\s+with)\s+us\b/i },
  {
    rule: 'clutter/share',
    kind: 'clutter',
    pattern:
      /^(?:share|tweet|print|e-?mail|copy\s+link|save|bookmark)(?:\s*(?:this|on|via|article|story|facebook|twitter|x|whatsapp|telegram|linkedin|reddit|link|[|/·,]))*\s*:?$/i,
    longest: 120,
  },
  {
    rule: 'clutter/social-names',
    kind: 'clutter',
    pattern:
      /^(?:(?:facebook|twitter|x|whatsapp|telegram|linkedin|reddit|instagram|youtube|pinterest|tiktok|email|rss|print)[\s|/·,•-]*){2,}$/i,
  },
  { rule: 'clutter/navigation', kind: 'clutter', pattern: /^[^|•·›»]{1,40}(?:\s[|•·›»]\s[^|•·›»]{1,40}){2,}$/ },
  { rule: 'credits/copyright', kind: 'credit', pattern: /^(?:©|\(c\)|copyright\b)\s*\S/i, within: 0.4, longest: 160 },
  { rule: 'clutter/rights-reserved', kind: 'clutter', pattern: /\ball\s+rights\s+reserved\b/i },
  {
    rule: 'clutter/terms',
    kind: 'clutter',
    pattern:
      /^(?:terms\s+(?:of|and)\s+\w+|privacy\s+policy|cookie\s+(?:policy|settings)|contact\s+us|about\s+us|advertise(?:\s+with\s+us)?)\b/i,
    longest: 120,
  },
  { rule: 'clutter/cookies', kind: 'clutter', pattern: /\b(?:we|this\s+(?:site|website))\s+uses?\s+cookies\b/i },
  {
    rule: 'clutter/advertisement',
    kind: 'clutter',
    pattern:
      /^(?:advertisements?|sponsored(?:\s+content)?|ad|promoted|partner\s+content|paid\s+content|story\s+continues\s+below(?:\s+(?:this\s+)?ad\w*)?|article\s+continues\s+below.*|continue\s+reading.*)$/i,
    longest: 80,
  },
  {
    rule: 'clutter/tips',
    kind: 'clutter',
    pattern:
      /^(?:(?:news\s+)?tips?|contact|got\s+a\s+tip|do\s+you\s+have\s+(?:a\s+)?(?:tip|story|information))\b.{0,120}(?:@|\?|:)/i,
    within: 0.4,
  },
  {
    rule: 'clutter/what-do-you-think',
    kind: 'clutter',
    pattern: /^what\s+(?:do|are)\s+you(?:r)?\s+think(?:ing|s)?\b/i,
    within: 0.3,
    longest: 160,
  },
  {
    rule: 'clutter/self-description',
    kind: 'clutter',
    pattern:
      /^(?:\p{Lu}[\w.&'’-]*\s+){1,5}(?:brings\s+you|is\s+(?:your|a\s+leading|an?\s+online|an?\s+independent\s+(?:news|media))|keeps\s+you|delivers)\b.{0,200}$/u,
    within: 0.25,
  },
  {
    rule: 'clutter/machine-made',
    kind: 'clutter',
    pattern:
      /\b(?:generated|written|produced|created|summari[sz]ed|powered)\s+(?:(?:with|by|using)\s+)(?:the\s+help\s+of\s+)?(?:ai|artificial\s+intelligence|smart\s+\w+\s+technology|automated|an?\s+automated)\b/i,
    within: 0.3,
  },
  {
    rule: 'clutter/transcript-note',
    kind: 'clutter',
    pattern:
      /^[([](?:transcript|edited|this\s+(?:interview|transcript|article|story)|note\s+to\s+(?:readers|editors))\b.{0,200}[)\]]$/i,
  },
  {
    rule: 'clutter/reading-time',
    kind: 'clutter',
    pattern: /^(?:\d+\s+)?(?:min(?:ute)?s?\s+read|reading\s+time)\b.{0,30}$/i,
    longest: 60,
  },
  {
    rule: 'clutter/breaking-tagline',
    kind: 'clutter',
    pattern:
      /^(?:breaking\s+)?(?:news|insights?|stories|updates)\b.{0,60}\b(?:at|on|from|by)\s+(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}$/iu,
    longest: 120,
  },
  { rule: 'clutter/site-name', kind: 'clutter', pattern: /^(?:www\.)?(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}$/iu, longest: 60 },
  {
    rule: 'clutter/back-to-top',
    kind: 'clutter',
    pattern:
      /^(?:back\s+to\s+top|skip\s+to\s+(?:content|main)|home|menu|search|next|previous|load\s+more|show\s+more|close)$/i,
    longest: 30,
  },

  {
    rule: 'caption/photo',
    kind: 'caption',
    pattern:
      /^[([]?(?:photo|image|picture|file\s+photo|pic|video|graphic|map|illustration)s?\s*(?:credit|courtesy|by|:|\/)/i,
  },
  {
    rule: 'caption/agency-photo',
    kind: 'caption',
    pattern: /[([](?:photo|image|ap\s+photo|file)\b[^)\]]{0,80}[)\]]\.?$/i,
    longest: 300,
  },

  { rule: 'clutter/byline', kind: 'clutter', pattern: bylinePattern, ahead: 0.5, longest: 120 },
  { rule: 'clutter/date-line', kind: 'clutter', pattern: dateLinePattern, longest: 80 },
]
