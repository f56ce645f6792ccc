package org.sharedregistry.goods;

/** A manufacturer is about to change what its entry says; told within the transaction, so that it can be refused. */
public record GoodsChanging(GoodsEntry entry) {}
