namespace AiFixer.Core.Analysis.Patterns;

/// <summary>Something that was seen and that a pattern may be made of.</summary>
/// <param name="Id">Of the evidence it comes from.</param>
/// <param name="Object">What it was seen on, such as <c>pod/shop/web-1</c>; empty when that is not known.</param>
/// <param name="Text">A reason and a message, a log line, a status.</param>
/// <param name="Count">How often it was seen.</param>
public sealed record Sign(string Id, SignSource Source, string Object, string Text, int Count = 1);
