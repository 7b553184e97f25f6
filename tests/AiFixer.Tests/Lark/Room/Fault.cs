namespace AiFixer.Tests.Lark.Room;

/// <summary>What can become of a call.</summary>
internal enum Fault
{
    None,

    /// <summary>It was done, and the answer never came.</summary>
    Lost,

    /// <summary>It was not done, and nobody answered.</summary>
    Down,
    Limited,
    Refused,

    /// <summary>What is written on it is not taken.</summary>
    Text,
}
