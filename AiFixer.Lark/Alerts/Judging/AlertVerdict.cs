namespace AiFixer.Lark.Alerts;

/// <summary>What a message says about trouble.</summary>
internal enum AlertVerdict
{
    None,
    Firing,
    Over,
}
