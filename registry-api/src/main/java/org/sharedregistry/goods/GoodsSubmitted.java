package org.sharedregistry.goods;

/** An entry is being submitted; told within its transaction. */
public record GoodsSubmitted(GoodsEntry entry) {}
