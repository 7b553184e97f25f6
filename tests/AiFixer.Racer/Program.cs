using System.Globalization;
using AiFixer.Racer;

return await Race.RunAsync(args[0], args[1], int.Parse(args[2], CultureInfo.InvariantCulture));
