namespace AiFixer.Llm.Providers.Transport;

/// <summary>How the pieces of a streamed answer are told apart.</summary>
internal enum StreamFraming
{
    /// <summary>Server-sent events.</summary>
    Events,

    /// <summary>A JSON value on each line.</summary>
    Lines,
}
