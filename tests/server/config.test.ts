import { describe, expect, test } from 'vitest';
import { configFile, readEnvironment, servedConfig, staticConfig } from '../../src/server/config.ts';

describe('what the host offers', () => {
  test('files alone offer direct calls and the sample', () => {
    expect(JSON.parse(configFile(staticConfig()))).toEqual({
      version: 1,
      service: 'https://api.aspose.cloud',
      connections: { direct: true, sample: true },
    });
  });

  test('the local server offers its proxy too, under a path beside the page', () => {
    expect(servedConfig(staticConfig())).toEqual({
      version: 1,
      service: 'https://api.aspose.cloud',
      connections: { server: { base: 'api' }, direct: true, sample: true },
    });
  });
});

describe('the environment', () => {
  test('without any variable: port 4173 and the public service', () => {
    const { port, upstream, direct } = readEnvironment({});
    expect([port, upstream.href, direct]).toEqual([4173, 'https://api.aspose.cloud/', 'https://api.aspose.cloud']);
  });

  test('PORT, the upstream of the proxy and the origin of direct calls can be set', () => {
    const { port, upstream, direct } = readEnvironment({
      PORT: '8080',
      OCR_API_URL: 'http://127.0.0.1:9000/ocr',
      OCR_DIRECT_URL: 'https://ocr.example/',
    });
    expect([port, upstream.href, direct]).toEqual([8080, 'http://127.0.0.1:9000/ocr', 'https://ocr.example']);
  });

  test.each([
    [{ PORT: 'http' }, 'PORT is "http"'],
    [{ PORT: '70000' }, 'PORT is "70000"'],
    [{ OCR_API_URL: 'api.aspose.cloud' }, 'OCR_API_URL is "api.aspose.cloud"'],
    [{ OCR_API_URL: 'file:///etc' }, 'OCR_API_URL is'],
    [{ OCR_API_URL: 'https://user:secret@host' }, 'OCR_API_URL is'],
    [{ OCR_DIRECT_URL: 'https://a.example; script-src *' }, 'OCR_DIRECT_URL is'],
  ])('says which variable cannot be used: %j', (env, words) => {
    expect(() => readEnvironment(env)).toThrow(words);
  });
});
