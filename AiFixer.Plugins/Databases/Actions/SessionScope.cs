namespace AiFixer.Plugins.Databases;

/// <summary>How much of a session is to end.</summary>
internal enum SessionScope
{
    /// <summary>The statement it runs.</summary>
    Query,

    /// <summary>The transaction it is in.</summary>
    Transaction,

    /// <summary>All of it: it holds something without being in a transaction.</summary>
    Session,
}
