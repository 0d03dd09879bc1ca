/** The signs by which texts of providers are told, as the content has them. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { attributed } from "../../../templates/theme/js/recognise/attribution.js";
import { recognise } from "../../../templates/theme/js/recognise/index.js";
import { lookup } from "../../../templates/theme/js/recognise/tables.js";
import { made } from "../support/data.js";

const site = made("en");

test("every sign tells its provider where it stands between other words, but those of tools", () => {
  const lost = site.providers.flatMap(({ id, protocol = "smtp", signs, runs }) =>
    signs.filter((sign) => {
      if (runs) return recognise(`404 Not Found\n${sign} : so`, site).role !== runs;
      const raw = `it was ${sign} : so`;
      const hit = { at: 0, end: raw.length, raw, code: null, enhanced: null };
      return attributed(lookup(site, protocol), hit).provider !== id;
    }),
  );
  assert.deepEqual(lost, []);
});

describe("the server that a text of the web names said it", () => {
  /** @type {[text: string, provider: string][]} */
  const named = [
    ["HTTP/1.1 502 Bad Gateway\nServer: Caddy\nContent-Length: 0", "caddy"],
    ["HTTP/1.1 500 Internal Server Error\nServer: gunicorn\nConnection: close", "gunicorn"],
    ["HTTP/1.1 404 Not Found\nServer: Microsoft-IIS/10.0", "iis"],
    ["HTTP/1.1 403 Forbidden\nServer: AmazonS3\nx-amz-request-id: 0A49CE4060975EAC", "aws-s3"],
    ["HTTP/1.1 503 Service Unavailable\nserver: envoy\ncontent-length: 19", "envoy"],
    ["HTTP/1.1 400 Bad Request\nServer: Kestrel\nContent-Length: 0", "kestrel"],
    [
      'HTTP/1.1 400 Bad Request\n\n{"code":"PGRST102","details":null,"hint":null,"message":"Empty"}',
      "postgrest",
    ],
    ["HTTP/1.1 404 Not Found\nX-Vercel-Error: NOT_FOUND\nX-Vercel-Id: icn1::abcde", "vercel"],
    ["HTTP/1.1 503 Service Unavailable\nServer: Varnish\nX-Varnish: 32770", "varnish"],
    ["HTTP/1.1 500 Internal Server Error\nX-Kong-Upstream-Latency: 3", "kong"],
  ];
  for (const [text, provider] of named) {
    test(text, () => assert.equal(recognise(text, site).findings[0]?.provider, provider));
  }
});

describe("who calls a server has not said its answer", () => {
  const called = [
    "org.springframework.web.client.HttpClientErrorException$NotFound: 404 Not Found",
    "AxiosError: Request failed with status code 404\n    at ClientRequest.<anonymous> (node:_http_client:629:27)",
    "FetchError: request to https://api.example.com failed\nHTTP status 502 Bad Gateway",
    "HTTP/1.1 429 Too Many Requests\nX-RateLimit-Remaining: 0\nServer: Werkzeug",
  ];
  for (const text of called) {
    test(text, () => assert.equal(recognise(text, site).findings[0]?.provider ?? null, null));
  }
});
