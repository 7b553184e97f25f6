namespace AiFixer.Core.Incidents;

/// <summary>
/// Whether two names may be one human being. Where two must decide, that counts as one: whoever is known in two places (by a
/// key here, by a chat there) and whom nobody said to be somebody must not pass for two.
/// </summary>
public static class OnePerson
{
    /// <summary>The same name, or names of different places, which nobody can tell apart.</summary>
    public static bool MayBe(Person left, Person right) => left.Id == right.Id || !IsKnownTogether(left, right);

    /// <summary>Both are known in the same place, which gives each human being one name.</summary>
    public static bool IsKnownTogether(Person left, Person right) => Place(left.Id).SequenceEqual(Place(right.Id));

    /// <summary>Of <c>key:anna</c> it is <c>key</c>.</summary>
    private static ReadOnlySpan<char> Place(string id) => id.IndexOf(':', StringComparison.Ordinal) is > 0 and var end ? id.AsSpan(0, end) : "";
}
