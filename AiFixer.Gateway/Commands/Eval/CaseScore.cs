namespace AiFixer.Gateway.Commands.Eval;

/// <summary>How a diagnosis compares with what was expected. What was not asked is null.</summary>
/// <param name="Passed">The category is right, none was given that would mislead, and the change to blame is right where it is asked.</param>
/// <param name="DecoyConfirmed">A change that is not to blame was blamed, and said to be confirmed.</param>
/// <param name="Invented">Trouble was claimed where there is none.</param>
/// <param name="Mentions">The share of the words of an expert that were found.</param>
/// <param name="Missing">The words that were not.</param>
/// <param name="BlastRadius">How much the named services overlap with those that suffer, from 0 to 1.</param>
internal sealed record CaseScore(
    bool Passed,
    bool Category,
    bool? Culprit,
    bool DecoyBlamed,
    bool DecoyConfirmed,
    bool Invented,
    double? Mentions,
    IReadOnlyList<string> Missing,
    bool? FirstService,
    double? BlastRadius);
