namespace AiFixer.Core.Policy;

/// <summary>How much AiFixer may do by itself, from strictest to freest. Where several speak, the strictest holds.</summary>
public enum PolicyMode
{
    /// <summary>Nothing is done: what would have been is written down beside what people did instead.</summary>
    Shadow,

    /// <summary>A person approves every diagnosis and every proposal.</summary>
    Review,

    /// <summary>What every rule allows runs by itself.</summary>
    Auto,
}
