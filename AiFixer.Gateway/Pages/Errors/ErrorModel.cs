namespace AiFixer.Gateway.Pages.Errors;

/// <summary>A failure as a person reads it.</summary>
public sealed record ErrorModel(int Status, string Title, string Text);
