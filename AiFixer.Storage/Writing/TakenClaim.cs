namespace AiFixer.Storage.Writing;

/// <summary>A claim that will be taken.</summary>
/// <param name="HasRow">Whether its key has a row already, free or our own.</param>
internal readonly record struct TakenClaim(string Key, long? ExpiresAt, bool HasRow);
