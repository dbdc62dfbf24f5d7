/** A shop or service, with what people spend there in the country's base unit (see `unit`). */
export type Merchant = readonly [
  name: string,
  category: string,
  subcategory: string,
  least: number,
  most: number,
];

/** What makes data look like it comes from a country. */
export interface Country {
  readonly currency: 'MXN' | 'BRL' | 'COP';
  /** What one base unit (about a Mexican peso) is worth in the currency. */
  readonly unit: number;
  /** Amounts are whole multiples of this many hundredths of the currency. */
  readonly step: number;
  readonly women: readonly string[];
  readonly men: readonly string[];
  readonly families: readonly string[];
  readonly companies: readonly string[];
  readonly streets: readonly string[];
  readonly cities: readonly string[];
  readonly phone: string;
  readonly shops: readonly Merchant[];
  readonly subscriptions: readonly Merchant[];
  readonly employer: string;
  readonly texts: {
    readonly salary: string;
    readonly customers: string;
    readonly rent: string;
    readonly energy: string;
    readonly phone: string;
    readonly internet: string;
    readonly toSavings: string;
    readonly cardPayment: string;
    readonly instalment: string;
    readonly freelance: string;
    readonly cash: string;
    readonly transferTo: string;
    readonly interest: string;
    readonly overdraft: string;
    readonly checking: readonly [type: string, name: string];
    readonly savings: readonly [type: string, name: string];
    readonly card: readonly [type: string, name: string];
    readonly loan: readonly [type: string, name: string];
  };
}

const food = 'Food & Groceries';
const fun = 'Online Platforms & Leisure';
const travel = 'Transport & Travel';
const shopping = 'Personal Shopping';
const home = 'Home & Life';

const subscriptions: readonly Merchant[] = [
  ['Netflix', fun, 'Movie & Audio', 219, 219],
  ['Spotify', fun, 'Movie & Audio', 129, 129],
  ['Google One', fun, 'Apps, Software and Cloud Services', 39, 39],
];

const mexico: Country = {
  currency: 'MXN',
  unit: 1,
  step: 1,
  women: ['María Fernanda', 'Ana Sofía', 'Guadalupe', 'Ximena', 'Daniela', 'Valeria', 'Regina'],
  men: ['José Luis', 'Diego', 'Santiago', 'Emiliano', 'Miguel', 'Rodrigo', 'Andrés'],
  families: ['Hernández', 'García', 'Martínez', 'López', 'Ramírez', 'Cruz', 'Mendoza', 'Ortiz'],
  companies: ['Talavera y Asociados', 'Comercial Nopalera', 'Textiles del Bajío', 'Café Jacaranda'],
  streets: ['Calle Jacarandas', 'Av. de los Insurgentes', 'Calle Tamarindo', 'Av. Chapultepec'],
  cities: ['06700 Ciudad de México', '44100 Guadalajara', '64000 Monterrey', '72000 Puebla'],
  phone: '+52 55 5555 0',
  employer: 'Grupo Jacaranda',
  subscriptions,
  shops: [
    ['OXXO', food, 'Convenience Store', 28, 190],
    ['Soriana', food, 'Groceries', 320, 1350],
    ['Walmart', food, 'Groceries', 280, 1480],
    ['Chedraui', food, 'Groceries', 250, 1200],
    ['Taquería El Califa', food, 'Restaurants', 140, 420],
    ['Cafebrería El Péndulo', food, 'Bakery & Coffee', 65, 240],
    ['Rappi', food, 'Delivery', 120, 460],
    ['Uber', travel, 'Taxis & Rideshares', 58, 260],
    ['Metrobús', travel, 'Public Transit', 30, 120],
    ['Pemex', travel, 'Gas', 350, 900],
    ['Farmacias del Ahorro', home, 'Pharmacies', 70, 520],
    ['Liverpool', shopping, 'Department Store', 290, 1600],
    ['Mercado Libre', shopping, 'E-commerce', 150, 1250],
    ['Cinépolis', fun, 'Events, Parks and Museums', 95, 320],
  ],
  texts: {
    salary: 'Pago de nómina',
    customers: 'Pago de cliente',
    rent: 'Renta del departamento',
    energy: 'CFE suministro básico',
    phone: 'Telcel plan mensual',
    internet: 'Totalplay internet',
    toSavings: 'Traspaso a cuenta de ahorro',
    cardPayment: 'Pago de tarjeta de crédito',
    instalment: 'Mensualidad de crédito',
    freelance: 'Transferencia por servicios profesionales',
    cash: 'Retiro en cajero automático',
    transferTo: 'Transferencia SPEI a',
    interest: 'Intereses ganados',
    overdraft: 'Comisión por sobregiro',
    checking: ['Cuentas de efectivo', 'Cuenta Perfiles'],
    savings: ['Cuentas de ahorro', 'Ahorro Meta'],
    card: ['Tarjetas de crédito', 'Tarjeta Oro'],
    loan: ['Créditos', 'Crédito personal'],
  },
};

const brazil: Country = {
  currency: 'BRL',
  unit: 0.28,
  step: 1,
  women: ['Ana Beatriz', 'Larissa', 'Camila', 'Juliana', 'Mariana', 'Letícia', 'Helena'],
  men: ['João Pedro', 'Gabriel', 'Lucas', 'Rafael', 'Thiago', 'Matheus', 'Felipe'],
  families: [
    'da Silva',
    'Oliveira',
    'Souza',
    'Pereira',
    'Carvalho',
    'Ribeiro',
    'Araújo',
    'Barbosa',
  ],
  companies: [
    'Ipê Comércio Ltda',
    'Padaria Aurora Ltda',
    'Oficina Mantiqueira ME',
    'Caju Design Ltda',
  ],
  streets: ['Rua das Acácias', 'Av. Paulista', 'Rua Ipê Amarelo', 'Av. Atlântica'],
  cities: ['01310-100 São Paulo', '22010-000 Rio de Janeiro', '30130-000 Belo Horizonte'],
  phone: '+55 11 95555-0',
  employer: 'Ipê Tecnologia',
  subscriptions,
  shops: [
    ['Pão de Açúcar', food, 'Groceries', 260, 1300],
    ['Carrefour', food, 'Groceries', 280, 1400],
    ['Assaí Atacadista', food, 'Groceries', 400, 1500],
    ['Padaria Bella Paulista', food, 'Bakery & Coffee', 45, 190],
    ['iFood', food, 'Delivery', 120, 420],
    ['Outback Steakhouse', food, 'Restaurants', 280, 700],
    ['99', travel, 'Taxis & Rideshares', 45, 190],
    ['Bilhete Único', travel, 'Public Transit', 35, 160],
    ['Posto Ipiranga', travel, 'Gas', 420, 980],
    ['Drogasil', home, 'Pharmacies', 80, 460],
    ['Lojas Renner', shopping, 'Clothing & Accessories', 220, 1100],
    ['Magazine Luiza', shopping, 'Electronics', 290, 1600],
    ['Mercado Livre', shopping, 'E-commerce', 140, 1200],
    ['Cinemark', fun, 'Events, Parks and Museums', 100, 310],
  ],
  texts: {
    salary: 'Crédito de salário',
    customers: 'Pix recebido de cliente',
    rent: 'Aluguel',
    energy: 'Enel energia elétrica',
    phone: 'Vivo celular',
    internet: 'Claro internet',
    toSavings: 'Aplicação em poupança',
    cardPayment: 'Pagamento de fatura',
    instalment: 'Parcela de empréstimo',
    freelance: 'Pix recebido por serviços',
    cash: 'Saque Banco24Horas',
    transferTo: 'Pix enviado para',
    interest: 'Rendimento da poupança',
    overdraft: 'Juros do cheque especial',
    checking: ['Conta corrente', 'Conta Corrente'],
    savings: ['Conta poupança', 'Poupança'],
    card: ['Cartão de crédito', 'Cartão Gold'],
    loan: ['Empréstimos', 'Crédito pessoal'],
  },
};

const colombia: Country = {
  currency: 'COP',
  unit: 210,
  step: 10_000,
  women: ['Laura Camila', 'Valentina', 'Natalia', 'Paola', 'Isabela', 'Carolina', 'Luisa'],
  men: ['Juan Pablo', 'Andrés Felipe', 'Sebastián', 'Camilo', 'Mateo', 'Nicolás', 'Julián'],
  families: ['Rodríguez', 'Gómez', 'Moreno', 'Restrepo', 'Cárdenas', 'Quintero', 'Zapata', 'Rojas'],
  companies: [
    'Guayacán SAS',
    'Cafetal del Quindío SAS',
    'Textiles Aburrá SAS',
    'Arepas Doña Flor SAS',
  ],
  streets: ['Calle 85', 'Carrera 7', 'Avenida El Poblado', 'Calle 10 Sur'],
  cities: ['110221 Bogotá', '050021 Medellín', '760001 Cali', '130001 Cartagena'],
  phone: '+57 300 555 0',
  employer: 'Guayacán Digital',
  subscriptions,
  shops: [
    ['Éxito', food, 'Groceries', 260, 1350],
    ['Jumbo', food, 'Groceries', 290, 1400],
    ['Tiendas D1', food, 'Groceries', 120, 640],
    ['Crepes & Waffles', food, 'Restaurants', 160, 480],
    ['Juan Valdez Café', food, 'Bakery & Coffee', 45, 170],
    ['Rappi', food, 'Delivery', 120, 430],
    ['inDrive', travel, 'Taxis & Rideshares', 50, 210],
    ['TransMilenio', travel, 'Public Transit', 30, 130],
    ['Terpel', travel, 'Gas', 330, 850],
    ['Cruz Verde', home, 'Pharmacies', 80, 480],
    ['Falabella', shopping, 'Department Store', 280, 1500],
    ['Mercado Libre', shopping, 'E-commerce', 150, 1150],
    ['Homecenter', home, 'Home Decor & Appliances', 210, 1300],
    ['Cine Colombia', fun, 'Events, Parks and Museums', 90, 290],
  ],
  texts: {
    salary: 'Pago de nómina',
    customers: 'Pago de cliente',
    rent: 'Arriendo del apartamento',
    energy: 'Enel Colombia energía',
    phone: 'Claro móvil',
    internet: 'ETB internet',
    toSavings: 'Traslado a bolsillo de ahorro',
    cardPayment: 'Pago tarjeta de crédito',
    instalment: 'Cuota de crédito',
    freelance: 'Transferencia por honorarios',
    cash: 'Retiro cajero automático',
    transferTo: 'Transferencia PSE a',
    interest: 'Abono de intereses',
    overdraft: 'Intereses de sobregiro',
    checking: ['Cuenta Corriente', 'Cuenta Corriente'],
    savings: ['Cuenta de Ahorro', 'Cuenta de Ahorro'],
    card: ['Tarjeta de crédito', 'Tarjeta Clásica'],
    loan: ['Créditos', 'Crédito de libre inversión'],
  },
};

/** The country of an institution, by the code in its data. */
export function countryOf(code: string): Country {
  if (code === 'BR') return brazil;
  return code === 'CO' ? colombia : mexico;
}
