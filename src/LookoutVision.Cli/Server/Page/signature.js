// Signature Version 4 for requests of this page, with a key that stays in it.
const text = new TextEncoder();
const hex = buffer => [...new Uint8Array(buffer)].map(b => b.toString(16).padStart(2, '0')).join('');
const sha256 = async data => hex(await crypto.subtle.digest('SHA-256', data));
const encode = part => encodeURIComponent(part).replace(/[!'()*]/g, c => '%' + c.charCodeAt(0).toString(16).toUpperCase());

async function hmac(key, data) {
  const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return crypto.subtle.sign('HMAC', imported, text.encode(data));
}

/** The headers that sign a request without query. `clock` is how many milliseconds the server is ahead. */
export async function sign(key, method, path, body, clock) {
  const time = new Date(Date.now() + clock).toISOString().replace(/[-:]|\.\d{3}/g, '');
  const day = time.slice(0, 8);
  const scope = `${day}/local/lookoutvision/aws4_request`;
  const hash = await sha256(body ?? new Uint8Array());
  const names = 'host;x-amz-content-sha256;x-amz-date';
  const canonical = [method, path.split('/').map(encode).join('/'), '',
    `host:${location.host}`, `x-amz-content-sha256:${hash}`, `x-amz-date:${time}`, '', names, hash].join('\n');
  let signing = text.encode('AWS4' + key.secret);
  for (const step of [day, 'local', 'lookoutvision', 'aws4_request']) signing = await hmac(signing, step);
  const signature = hex(await hmac(signing, `AWS4-HMAC-SHA256\n${time}\n${scope}\n${await sha256(text.encode(canonical))}`));
  return {
    'X-Amz-Date': time,
    'X-Amz-Content-Sha256': hash,
    Authorization: `AWS4-HMAC-SHA256 Credential=${key.id}/${scope}, SignedHeaders=${names}, Signature=${signature}`,
  };
}
