import * as esbuild from "esbuild";
await esbuild.build({stdin:{contents:`export {readFile} from "./lib/readers/read-file"; export {buildTranscript} from "./lib/readers/transcript"; export {foundLabels} from "./lib/readers/speakers"`,resolveDir:process.cwd()},bundle:true,packages:"external",platform:"node",format:"esm",outfile:".t2.out.mjs"});
const {readFile,buildTranscript,foundLabels}=await import("./.t2.out.mjs?"+Date.now());
import fs from "fs";import path from "path";
const pat=process.argv[2]??"";const full=process.argv[3];
for (const d of ["edge","real"]) for (const f of fs.readdirSync("/work/shared/data/"+d)) { if(!f.includes(pat)||f==="expected.json")continue;
 const t0=performance.now();
 try { const r=await readFile(new Uint8Array(fs.readFileSync("/work/shared/data/"+d+"/"+f)),f); const t=buildTranscript(r,[]);
  const L=foundLabels(r);
  console.log("##",f,r.format,r.encoding,"blocks",r.blocks.length,"turns",t.turns.length,"labelled",t.turns.filter(x=>x.label).length,"unl",t.turns.filter(x=>!x.label).length,"|",L.map(l=>`${l.label}×${l.turns}:${l.proposal.role.slice(0,4)}${l.proposal.treatment==="speaker"?"":"!"}${l.proposal.name!==l.label?"="+l.proposal.name:""}`).join(", "),"|",r.problems.map(p=>p.code+JSON.stringify(p.params)).join(" "),Math.round(performance.now()-t0)+"ms");
  if(full)for(const x of t.turns)console.log("   ",JSON.stringify(x.label),x.startMs,x.endMs,JSON.stringify(t.text.slice(x.start,x.end)).slice(0,+full));
 } catch(e){console.log("##",f,e.code?("REFUSED "+e.code+" "+JSON.stringify(e.params)):e.stack,Math.round(performance.now()-t0)+"ms")}
}
