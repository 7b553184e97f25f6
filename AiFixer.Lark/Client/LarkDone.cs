namespace AiFixer.Lark.Client;

/// <summary>It was done, and there is nothing more to say.</summary>
/// <param name="Id">What the platform calls what was made, such as a reaction; null when it made nothing.</param>
public sealed record LarkDone(string? Id = null);
