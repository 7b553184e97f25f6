namespace AiFixer.Playground.Access;

/// <summary>Who calls, as the API server sees them.</summary>
internal sealed record Caller(string User, IReadOnlyList<string> Groups)
{
    private const string AccountPrefix = "system:serviceaccount:";

    /// <summary>Whoever brings no token of a service account: may do everything, except what a test forbids.</summary>
    public static readonly Caller Visitor = new($"{AccountPrefix}practice:visitor", []);

    /// <summary>Held to the roles that are stored.</summary>
    public bool IsBound => this != Visitor;

    public static Caller Account(string ns, string name) => new(
        $"{AccountPrefix}{ns}:{name}", ["system:serviceaccounts", $"system:serviceaccounts:{ns}", "system:authenticated"]);

    /// <summary>Somebody by their name alone, as <c>kubectl --as</c> says it.</summary>
    public static Caller Named(string user, IEnumerable<string> groups) =>
        user.StartsWith(AccountPrefix, StringComparison.Ordinal) && user[AccountPrefix.Length..].Split(':') is [var ns, var name]
            ? Account(ns, name)
            : new(user, [.. groups, "system:authenticated"]);
}
