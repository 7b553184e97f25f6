namespace AiFixer.Lark.Texts;

/// <summary>The languages that people are spoken to in.</summary>
public enum Language
{
    English,
    Chinese,
}
