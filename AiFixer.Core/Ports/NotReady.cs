namespace AiFixer.Core.Ports;

/// <param name="Status">In two words, for programs.</param>
/// <param name="Reason">For people.</param>
public sealed record NotReady(string Status, string Reason);
