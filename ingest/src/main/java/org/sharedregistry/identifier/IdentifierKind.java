package org.sharedregistry.identifier;

/** What a number is. The state that gave it, where there is one, is part of the number. */
public enum IdentifierKind {
    /** The registry's own number of a goods entry. */
    REGISTRY_NUMBER,
    EAEU_CERTIFICATE,
    EAEU_DECLARATION,
    NATIONAL_CERTIFICATE,
    NATIONAL_DECLARATION,
    /** Of a voluntary certification system that Russia has registered; no law asks for it. */
    VOLUNTARY_CERTIFICATE,
    STATE_REGISTRATION,
    ACCREDITATION,
    /** An entry of the register of Russian industrial products, Resolution 719. */
    PRODUCTION_REGISTER_ENTRY,
    /** An entry of the register of radio-electronic products, Resolution 878. */
    RADIO_ELECTRONICS_ENTRY,
    /** A conclusion of the Ministry of Industry and Trade on production in Russia; none are given since 2024-06-29. */
    MINISTRY_CONCLUSION,
    /** A certificate of own production of the Belarusian chamber of commerce. */
    OWN_PRODUCTION_CERTIFICATE,
    /** Form ST-1. */
    CERTIFICATE_OF_ORIGIN,
    TECHNICAL_REGULATION,
    GTIN,
    HS_CODE,
    OKPD2,
    OKRB007,
    INN,
    OGRN,
    UNP,
    CUSTOMS_DECLARATION,
    CONTAINER,
    WAGON,
    /** A rail waybill, SMGS. */
    WAYBILL,
    /** The address of a document's card in a state's register. */
    STATE_REGISTER_CARD,
    /** A code of another system, which the part {@code scheme} names; it says nothing of conformity or recognition. */
    OTHER_SCHEME
}
