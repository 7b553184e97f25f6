namespace AiFixer.Storage.Databases;

/// <summary>What an exception of a database means.</summary>
internal enum Failure
{
    /// <summary>A bug of ours.</summary>
    Bug,

    /// <summary>Somebody else was faster; nothing was written. Decide again.</summary>
    Race,

    /// <summary>The database does not take these values; nothing was written.</summary>
    Value,

    /// <summary>The database is gone, or will not write now. What was under way may have been written.</summary>
    Gone,
}
