namespace AiFixer.Core.Policy;

/// <summary>How much AiFixer may do by itself.</summary>
public enum PolicyMode
{
    /// <summary>A person approves every diagnosis and every proposal.</summary>
    Review,

    /// <summary>What every rule allows runs by itself.</summary>
    Auto,
}
