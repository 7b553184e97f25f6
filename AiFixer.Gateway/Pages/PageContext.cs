using AiFixer.Core.Incidents;

namespace AiFixer.Gateway.Pages;

/// <summary>What every page needs to know.</summary>
/// <param name="Person">Who looks at it; null before signing in.</param>
/// <param name="FormToken">What a form must carry to be ours.</param>
/// <param name="CanSignOut">False for the local person, who never signed in.</param>
/// <param name="Address">The page that is shown, to come back to; the list where it was sent a form.</param>
/// <param name="Notice">What came of the form that led here.</param>
public sealed record PageContext(Person? Person, string FormToken, bool CanSignOut, DateTimeOffset Now, string Address, Notice? Notice)
{
    public bool May(PersonRole role) => Person?.Role >= role;
}
