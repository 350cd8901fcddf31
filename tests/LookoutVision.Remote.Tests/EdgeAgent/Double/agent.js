// An Edge Agent by gRPC's own implementation: node agent.js SOCKET PROTO [COMPONENT]
// Its one model marks what is red in green on white; the component status-N ends every call with the status N.
const fs = require('fs');
const grpc = require('@grpc/grpc-js');
const protobuf = require('protobufjs');

const [socket, proto, only = 'segmenter'] = process.argv.slice(2);
const messages = protobuf.loadSync(proto);
const method = (name, request, response) => ({
  path: `/AWS.LookoutVision.EdgeAgent/${name}`,
  requestStream: false,
  responseStream: false,
  requestDeserialize: bytes => request.deserialize(bytes),
  responseSerialize: message => response.serialize(message),
});
const codec = name => {
  const type = messages.lookupType(`AWS.LookoutVision.${name}`);
  return { deserialize: bytes => type.decode(bytes), serialize: message => type.encode(type.fromObject(message)).finish() };
};
const names = ['DetectAnomalies', 'StartModel', 'StopModel', 'ListModels', 'DescribeModel'];
const service = Object.fromEntries(names.map(name => [name, method(name, codec(`${name}Request`), codec(`${name}Response`))]));

let status = 0;
const describe = component => ({ modelComponent: component, lookoutVisionModelArn: 'arn', status, statusMessage: 'as told' });
const read = handle => {
  const bytes = Buffer.alloc(Number(handle.size));
  const file = fs.openSync(`/dev/shm${handle.name}`, 'r');
  fs.readSync(file, bytes, 0, bytes.length, Number(handle.offset));
  fs.closeSync(file);
  return bytes;
};

function detect(request) {
  const { width, height, byteData, sharedMemoryHandle } = request.bitmap;
  if (sharedMemoryHandle && request.modelComponent === 'unshared') throw Object.assign(new Error('no such memory'), { code: 7 });
  const pixels = sharedMemoryHandle ? read(sharedMemoryHandle) : Buffer.from(byteData);
  if (pixels.length !== width * height * 3) throw Object.assign(new Error('wrong size'), { code: 3 });
  const mask = Buffer.alloc(pixels.length, 255);
  let red = 0;
  for (let i = 0; i < pixels.length; i += 3) {
    if (pixels[i] > 200 && pixels[i + 1] < 80 && pixels[i + 2] < 80) {
      mask.set([0x23, 0xa4, 0x36], i);
      red++;
    }
  }

  const area = red * 3 / pixels.length;
  const anomalies = [{ name: 'background', pixelAnomaly: { totalPercentageArea: 1 - area, hexColor: '#FFFFFF' } },
    { name: 'stain', pixelAnomaly: { totalPercentageArea: area, hexColor: '#23A436' } }];
  const params = request.anomalyMaskParams;
  const handle = params && (params.sharedMemoryHandle || params.sampleSharedMemoryHandle);
  if (handle) {
    const file = fs.openSync(`/dev/shm${handle.name}`, 'r+');
    fs.writeSync(file, mask, 0, mask.length, Number(handle.offset));
    fs.closeSync(file);
  }

  const anomalyMask = handle ? { width, height, sharedMemoryHandle: handle } : { width, height, byteData: mask };
  return { detectAnomalyResult: { isAnomalous: area > 0, confidence: 0.98, anomalies, anomalyMask } };
}

const answer = work => (call, callback) => {
  try {
    const code = /^status-(\d+)$/.exec(call.request.modelComponent || '');
    if (code) throw Object.assign(new Error(), { code: Number(code[1]), details: `status ${code[1]}: 100 % of it` });
    callback(null, work(call.request));
  } catch (error) {
    callback({ code: error.code || 13, details: error.details || error.message });
  }
};

const server = new grpc.Server();
server.addService(service, {
  DetectAnomalies: answer(detect),
  StartModel: answer(() => ({ status: status = 2 })),
  StopModel: answer(() => ({ status: status = 0 })),
  ListModels: answer(() => ({ models: [describe(only)] })),
  DescribeModel: answer(request => ({ modelDescription: describe(request.modelComponent) })),
});
server.bindAsync(`unix:${socket}`, grpc.ServerCredentials.createInsecure(), error => console.log(error ? `${error}` : 'ready'));
process.stdin.on('end', () => process.exit()).resume();
