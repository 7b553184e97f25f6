namespace AiFixer.Llm.Providers;

/// <summary>How a provider can be made to answer in JSON.</summary>
internal enum JsonMode
{
    /// <summary>It enforces a schema.</summary>
    Schema,

    /// <summary>It enforces JSON, of any form.</summary>
    Object,

    /// <summary>It can only be asked.</summary>
    None,
}
