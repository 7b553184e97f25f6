namespace AiFixer.Playground.Access;

/// <param name="Reason">Which binding allows it, or what is wrong with those that might; empty when nothing speaks for it.</param>
internal sealed record AccessVerdict(bool Allowed, string Reason);
