namespace AiFixer.Core.Messages;

/// <summary>Something that arrived and was not worked on yet.</summary>
/// <param name="Id">The same whenever it is delivered.</param>
/// <param name="Note">What whoever works on it wrote down, to go on after a crash; empty at first.</param>
/// <param name="Holder">Who works on it: only they may change it, until their time is over and somebody else takes it.</param>
public sealed record ReceivedMessage(string Id, ReadOnlyMemory<byte> Body, int Attempts, string Note, string Holder);
