namespace AiFixer.Gateway.OpenApi;

/// <summary>A header that an endpoint understands.</summary>
internal sealed record HeaderDescription(string Name, string Text);
