// The titles by which a table's columns are known to be talk: who speaks, what is said, from when to when.

const list = (words: string) => new RegExp(`^(?:${words.trim().replace(/\s*\n\s*/g, "|")})$`, "iu");

export const SPEAKER_TITLE = list(`
  speakers?(?: ?(?:name|label|id))?|who|name|participant|person|role|voice|actor
  sprecher(?:in)?|sprecher[:*]in|wer|person|falante|locutor|hablante|orador|participante
  intervenant|locuteur|interlocutor|interlocuteur|parlante|spreker|talare|taler|puhuja
  говорящий|спикер|说话人|發言人|发言人|讲话者|話者|発言者|화자|דובר|המתחדת|المتحدث
`);

export const TEXT_TITLE = list(`
  text|transcript(?:ion)?|utterance|speech|content|talk|words|dialogue|line|turn|sentence|segment|subtitle|caption
  what (?:was )?said|texto|transcrição|transcripción|äußerung|inhalt|transkript(?:ion)?|aussage|redebeitrag|propos|paroles|contenu
  testo|tekst|текст|реплика|内容|內容|文字|文本|発話|発言|発言内容|テキスト|텍스트|내용|טקסט|תוכן|النص
`);

export const START_TITLE = list(`
  start|begin|from|in|start ?_?-?(?:time|tc|timecode|timestamp|ms|s|sec|seconds)?|begin ?time|time ?in|in ?point|time|timecode|time ?code|timestamp|time ?stamp
  (?:start|time|from) ?\\((?:s|sec|seconds|ms)\\)|anfang|beginn|startzeit|zeit|inicio|início|début|inizio|tempo|hora|время|开始|開始|開始時間|时间|時間|시작
`);

export const END_TITLE = list(`
  end|stop|to|out|until|(?:end|stop) ?_?-?(?:time|tc|timecode|timestamp|ms|s|sec|seconds)?|time ?out|out ?point|(?:end|to) ?\\((?:s|sec|seconds|ms)\\)
  ende|endzeit|fin|fim|fine|конец|结束|結束|終了|終了時間|끝
`);
