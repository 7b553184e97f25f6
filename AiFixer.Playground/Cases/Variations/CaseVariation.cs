namespace AiFixer.Playground.Cases.Variations;

/// <summary>A way to make another case of a case: one that the same is wrong with, told in another way.</summary>
/// <param name="Name">Such as <c>renamed</c>.</param>
/// <param name="Apply">Makes the other case; null where there is nothing to vary.</param>
public sealed record CaseVariation(string Name, Func<CaseContents, VariedCase?> Apply);
