namespace AiFixer.Plugins.Custom.Declared;

/// <summary>One request to a configured service.</summary>
internal sealed class DeclaredHttp
{
    /// <summary>A connection below <c>Plugins:Services</c>: it has the address and the credentials.</summary>
    public string Service { get; set; } = "";

    public string Method { get; set; } = "GET";

    /// <summary>Path and query; what is in braces is replaced, escaped.</summary>
    public string Path { get; set; } = "";

    /// <summary>Sent as JSON; a text that is one pair of braces becomes the argument itself.</summary>
    public object? Body { get; set; }
}
