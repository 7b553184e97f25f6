namespace AiFixer.Lark.Cards;

/// <summary>What the platform takes of a card of schema 2.0.</summary>
internal static class CardLimits
{
    /// <summary>Of the card's JSON as it is sent.</summary>
    public const int Bytes = 30 * 1024;

    /// <summary>Components, nested ones counted.</summary>
    public const int Elements = 200;
    public const int ButtonText = 100;
    public const int Placeholder = 100;
    public const int HeaderTags = 3;
    public const int InputLength = 1000;
    public const int Title = 200;
    public const int Label = 100;
}
