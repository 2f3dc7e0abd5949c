/** The security headers, in one place: for the local server, for `_headers` of a static host, and as `<meta>`. */

/**
 * The page's policy. `service` is the origin in `config.json`: the one place besides its own origin that the page may call.
 * 'wasm-unsafe-eval' is for the PNG encoder of the crops.
 */
export function contentSecurityPolicy(service: string): string {
  return [...policy(service), ...HEADER_ONLY, ...TRUSTED_TYPES].join('; ');
}

/** The same for `<meta>`, where `frame-ancestors` means nothing. Workers of such a page go without a policy. */
export function metaContentSecurityPolicy(service: string): string {
  return [...policy(service), ...TRUSTED_TYPES].join('; ');
}

export function pageHeaders(service: string): Readonly<Record<string, string>> {
  return { 'Content-Security-Policy': contentSecurityPolicy(service), ...OTHER_HEADERS };
}

/** Assets carry a hash of their content in their names; everything else is asked for again. */
export function cacheControl(path: string): string {
  return path.startsWith('/assets/') ? IMMUTABLE : 'no-cache';
}

/** `_headers` as Netlify and Cloudflare Pages read it. */
export function headersFile(service: string): string {
  const lines = Object.entries(pageHeaders(service)).map(([name, value]) => `  ${name}: ${value}`);
  // Detached first: these hosts join the values of all rules that match.
  return `/*\n${lines.join('\n')}\n  Cache-Control: no-cache\n\n/assets/*\n  ! Cache-Control\n  Cache-Control: ${IMMUTABLE}\n`;
}

const IMMUTABLE = 'public, max-age=31536000, immutable';

const HEADER_ONLY = ["frame-ancestors 'none'"];
const TRUSTED_TYPES = ["require-trusted-types-for 'script'", 'trusted-types default'];

function policy(service: string): readonly string[] {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' blob:",
    "font-src 'self'",
    `connect-src 'self' ${service}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "object-src 'none'",
  ];
}

const OTHER_HEADERS = {
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), clipboard-read=(), clipboard-write=(self)',
};
