namespace AiFixer.Storage.Sealing;

/// <summary>Whether what is written is encrypted.</summary>
public enum SealMode
{
    /// <summary>A new store in SQLite is; any other stays as it is.</summary>
    Auto,

    /// <summary>It is, and what was there before is encrypted in the background.</summary>
    On,

    /// <summary>It is not. What is encrypted already stays so and is read.</summary>
    Off,
}
