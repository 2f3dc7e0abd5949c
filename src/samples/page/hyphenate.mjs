/** Where the compositor may break: the long words that would tear a narrow column apart. */
export function hyphenate(element) {
  const breaks = new Map(
    `ac-count ad-ven-tur-ous-ly al-to-geth-er as-sail-able at-trib-ute bar-bar-ous bul-warks cap-tains cir-cu-la-tion Cir-cum-am-bu-late
    com-merce com-pass-es con-ceit con-tent coun-ters cred-u-lous de-lib-er-ate-ly de-mon-isms down-town dream-i-est en-chant-ing
    en-coun-tered es-pe-cial-ly ev-er-last-ing ex-per-i-ment ex-ten-sive ex-treme ex-trem-est flour-ish for-bid-den gen-teel growing
    har-poon-eers in-car-na-tion in-clined in-duce-ments in-fal-li-bly in-ferred in-lan-ders in-ter-est in-ter-lude in-vol-un-tar-i-ly
    knock-ing land-scape lat-i-tudes lean-ing loi-ter-ing mag-net-ic mag-nif-i-cent man-agers med-i-ta-tion meta-phys-i-cal
    me-thod-i-cal-ly mono-ma-ni-ac mys-te-ri-ous mys-ti-cal name-less noth-ing No-vem-ber pas-sen-ger pas-sen-gers Pat-a-go-ni-an
    per-form-anc-es per-son-i-fied phan-tom phil-o-soph-i-cal plas-ter por-ten-tous prac-ti-cal-ly pre-cise-ly pre-vent pre-vi-ous
    prin-ci-ple prob-a-bil-i-ty pro-gramme pro-pri-e-tor Prov-i-dence quar-rel-some reg-u-lat-ing re-mote re-quires rev-er-ies
    ro-man-tic scarce-ly sea-ward seem-ing-ly sen-ti-nels seri-ous shad-i-est step-ping stran-ger sub-sti-tute suf-fice sug-ges-tions
    su-per-sti-tious su-per-sti-tious-ly sur-pris-ing sur-rounds thou-sand thou-sands to-geth-er tor-ment-ed tor-ment-ing tor-ments trag-e-dies
    ubiq-ui-tous un-de-liv-er-able un-earth-ly un-grasp-able vi-bra-tion vis-i-bly ware-hous-es wa-ter-ward wa-tery when-ev-er yon-der`
      .split(/\s+/)
      .map((word) => [word.replaceAll('-', '').toLowerCase(), word.split('-')]),
  );
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    node.data = node.data.replaceAll(/[a-z]{6,}/gi, (word) => {
      let at = 0;
      const parts = breaks.get(word.toLowerCase()) ?? [word];
      return parts.map((part) => word.slice(at, (at += part.length))).join('\u00ad');
    });
  }
}
