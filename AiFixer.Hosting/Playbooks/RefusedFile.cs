namespace AiFixer.Hosting.Playbooks;

/// <summary>A shipped file that the store does not take.</summary>
/// <param name="Problem">Why, as a sentence's end.</param>
public sealed record RefusedFile(string Path, string Problem);
