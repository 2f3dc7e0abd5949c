import './accounting.ts';
import { cropsBare, cropsOurs, cropsToBlob } from './crops.ts';
import { decodeBareBase64, decodeBareJson, decodeOurs } from './decode.ts';
import { firstBoxBare, firstBoxOurs } from './first-box.ts';
import { frameProof } from './frame/proof.ts';
import { frameTime } from './frame/time.ts';
import { imageBitmap, imageElement, imageOurs } from './image.ts';
import { listOurs, listPlain } from './list.ts';
import { drawNodes } from './node-each.ts';
import { drawOurs } from './our-canvas.ts';
import { drawRaw } from './raw-canvas.ts';
import { makeScan } from './scan.ts';
import { offer } from './task.ts';

offer({
  drawOurs,
  drawRaw,
  drawNodes,
  decodeOurs,
  decodeBareJson,
  decodeBareBase64,
  firstBoxOurs,
  firstBoxBare,
  listOurs,
  listPlain,
  imageOurs,
  imageBitmap,
  imageElement,
  makeScan,
  cropsOurs,
  cropsToBlob,
  cropsBare,
  frameProof,
  frameTime,
});
