namespace AiFixer.Gateway.Pages;

/// <summary>A sentence for the person who sent a form.</summary>
public sealed record Notice(bool Good, string Text);
